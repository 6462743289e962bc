"""What an audit hands over: a page to read and data to check."""
