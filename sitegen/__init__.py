"""Joins the news reports of one diplomatic event across languages and writes a static site about it."""

__version__ = "0.1.0"
