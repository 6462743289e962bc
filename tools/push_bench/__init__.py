"""`make bench-push`: the sender beside others, with numbers."""
