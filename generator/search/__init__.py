"""The search index: files that a browser asks for one by one, so that no server has to search."""

from generator.search.index import Known, SearchIndex

__all__ = ["Known", "SearchIndex"]
