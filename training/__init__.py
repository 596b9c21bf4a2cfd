"""Trains the language engine. Outside the package: it needs PyTorch and the data in ../shared."""
