"""Qt item models: arrays of ids, rows paged on demand."""
