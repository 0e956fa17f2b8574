"""Facts of no language: people, bodies, cities, countries."""
