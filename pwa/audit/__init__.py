"""The reviewers' tool: look for traces that an exit left on disk and in memory."""
