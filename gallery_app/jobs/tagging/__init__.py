"""Learning the user's tags: suggest, ask, explain, doubt. All of it in the computing process."""
