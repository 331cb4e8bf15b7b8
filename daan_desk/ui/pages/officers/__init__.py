"""The officers, and how one hands over to another."""
