"""One module a corpus; each gives `Example`s, whatever its file format."""
