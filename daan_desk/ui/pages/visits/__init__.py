"""Visits: their list, and the form that logs one in under a minute."""
