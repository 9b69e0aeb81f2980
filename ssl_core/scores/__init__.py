"""How good vectors, tags and clusters are, measured against known labels."""
