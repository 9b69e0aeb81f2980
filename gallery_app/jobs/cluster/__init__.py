"""Groups of similar photos: found anew, kept up with new photos, split."""
