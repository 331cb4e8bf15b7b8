"""The coverage board."""
