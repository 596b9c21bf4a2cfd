"""Keeping up with feeds: what is new, what has changed, what is gone. Nothing that is dead stops the rest."""

from parley.following.round import Follower, Source
from parley.following.told import FeedTold, PageOutcome, PageTold

__all__ = ["FeedTold", "Follower", "PageOutcome", "PageTold", "Source"]
