"""Everything slow: each job is a generator of Progress."""
