"""Drawings as shapes with their places; the templates write them as SVG, each beside its table."""
