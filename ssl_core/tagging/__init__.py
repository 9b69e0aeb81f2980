"""A handful of tags to probabilities for every photo."""
