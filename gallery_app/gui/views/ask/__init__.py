"""Ask me: one photo at a time, chosen for what its answer is worth."""
