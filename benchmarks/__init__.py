"""Entry points that measure quality and speed; results go to docs/benchmarks.md."""
