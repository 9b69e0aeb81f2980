"""Exact nearest neighbours and duplicates, numpy only."""
