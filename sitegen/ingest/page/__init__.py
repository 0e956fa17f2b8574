"""A web page taken apart: its tree, its lines, where the article lies among them, and what the page declares."""
