"""The command line, an equal of the window."""
