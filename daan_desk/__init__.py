"""The desk of the officers who serve the enterprises of a district."""

VERSION = "0.1.0"
