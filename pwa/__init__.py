"""The server behind the covers."""
