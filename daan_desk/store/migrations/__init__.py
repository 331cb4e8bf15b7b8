"""Letters from the past: one file for each step of the schema."""
