"""Feeds: the dialects of RSS and Atom, JSON Feed, and what they have in common."""
