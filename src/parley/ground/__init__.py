"""What each group's map shows when, and claims held against them.

Takes map layers, places, incidents and sites from files; gives answers a group at a time. Knows nothing of
language and nothing of the record.
"""
