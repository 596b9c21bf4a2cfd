"""Questions asked of the record, one a file. Knows nothing of terminals, the web or SQL."""
