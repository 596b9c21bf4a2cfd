"""Feeds and sitemaps: lists of reports, some with the reports' words, some with their addresses only."""

from parley.reports.feeds.feed import Feed, Item
from parley.reports.feeds.items import draft_of_item
from parley.reports.feeds.kinds import is_feed, read_feed

__all__ = ["Feed", "Item", "draft_of_item", "is_feed", "read_feed"]
