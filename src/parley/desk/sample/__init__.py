"""Further reports on the sample negotiation, written for Parley like those in `parley.samples`."""
