"""What the views show, kept up to date by the bridge."""
