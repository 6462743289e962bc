"""Looking for canaries: what they become, and where bytes can stay on disk and in memory."""
