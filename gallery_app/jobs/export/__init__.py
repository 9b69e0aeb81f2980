"""Hand the tags to other programs, each export one act that undo takes back."""
