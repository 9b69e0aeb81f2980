"""Photos for training: decoded once, then cut and coloured in batches."""
