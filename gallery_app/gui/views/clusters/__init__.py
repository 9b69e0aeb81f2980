"""The screen of the groups."""
