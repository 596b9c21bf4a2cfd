"""One small module a format. Each says which files it knows and reads them into drafts; `registry` lists
them.
"""
