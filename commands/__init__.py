"""The verbs of the `hustings` command, one a file; what is slow is imported only when a verb runs."""
