"""What the office knows: words, rules and sums, on the standard library alone."""
