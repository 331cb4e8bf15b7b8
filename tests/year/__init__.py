"""A year of an office and three laptops, at random, and what must hold at its end."""
