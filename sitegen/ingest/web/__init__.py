"""Fetching from the web politely and safely: for `sitegen import` alone; a build never asks the network."""
