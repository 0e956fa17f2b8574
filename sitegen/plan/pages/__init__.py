"""One module a page kind: what is planned here is rendered by the template of the same name."""
