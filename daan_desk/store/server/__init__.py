"""A workspace that a whole office shares: PostgreSQL, which itself sees to who may read and write what."""
