"""The only package that opens a photo file."""
