"""How well sitegen finds the events of labelled articles, beside two baselines: `python -m benchmarks.quality`."""
