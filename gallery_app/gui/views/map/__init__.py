"""The map: points, thumbnails, lasso, legend."""
