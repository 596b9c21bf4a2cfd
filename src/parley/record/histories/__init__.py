"""Histories: what reports tell of one encounter, commitment, proposal, event or dispute, through time."""
