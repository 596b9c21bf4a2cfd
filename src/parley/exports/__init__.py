"""Views written for others: one format a file. Knows nothing of the command line and of the desk."""
