"""Takes what is not the article out of a page, by an ordered list of named rules."""
