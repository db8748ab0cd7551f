"""The search index: files that a browser asks for one by one, so that no server has to search."""

from generator.search.index import SearchIndex

__all__ = ["SearchIndex"]
