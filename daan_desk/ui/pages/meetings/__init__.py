"""The page of meetings: the ledger, one meeting in full, and what is typed while it is held."""
