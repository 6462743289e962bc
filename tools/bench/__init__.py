"""The numbers of the design's budgets, measured: `make bench`."""
