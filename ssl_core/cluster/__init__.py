"""Groups of similar photos."""
