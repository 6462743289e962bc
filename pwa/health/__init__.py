"""Whether this server lives and can do its work."""
