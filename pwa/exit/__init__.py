"""The exit helper: clears what the browser's cache holds, after somebody has already left."""
