"""Single reports that went through a synonym spinner."""

from parley.copies.paraphrase.detection import THRESHOLD, detect_paraphrase

__all__ = ["THRESHOLD", "detect_paraphrase"]
