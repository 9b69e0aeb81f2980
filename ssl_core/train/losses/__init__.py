"""Loss functions, pure: tensors in, one number out."""
