"""Kits: an advocate prepares one, a start code fetches it."""
