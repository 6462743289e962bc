"""The directory: an agency's local services, and what it found out about helplines."""
