"""Who is who across reports: which names are one person, one body, one country, which tellings one encounter.

Pure functions from what reports say to groups with scores and reasons; knows nothing of storage and the web.
"""
