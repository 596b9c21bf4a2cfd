"""Geolocated incidents: feeds in their columns, precision in metres, repeated reports merged with reasons."""
