"""Enterprises: their ledger, and the page of one with everything about it."""
