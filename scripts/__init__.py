"""What the Makefile calls besides the tools: a browser for the tests, the lock; imports nothing of ours."""
