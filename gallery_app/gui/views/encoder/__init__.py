"""The encoder screen: which one serves, training, comparing, fetching."""
