"""One small encoder, run as an int8 ONNX graph: from words to tags, heads, names and attributions."""
