"""The review screen: one question or a wall of them, and the way to answer many at once."""
