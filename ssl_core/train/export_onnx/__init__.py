"""Encoders from elsewhere, turned into one ONNX file and its model card."""
