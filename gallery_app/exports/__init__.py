"""One module for each format that tags leave in."""
