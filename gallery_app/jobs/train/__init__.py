"""An encoder of one's own: run folders, and the job that drives a training."""
