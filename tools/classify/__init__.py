"""Whether a trained classifier can tell how many spaces a box holds."""
