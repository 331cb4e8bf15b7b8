"""Parcels out and in, and the choices that a merge leaves to people."""
