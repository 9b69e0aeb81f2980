"""What people see; every view knows models and the theme only."""
