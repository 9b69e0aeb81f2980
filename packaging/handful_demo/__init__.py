"""The main job on a small gallery: `make demo`."""
