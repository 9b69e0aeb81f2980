"""Photos to vectors with ONNX Runtime and numpy; no torch."""
