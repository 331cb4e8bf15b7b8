"""问题诉求: the ledger and the board of issues, one issue with all that can be done, and its closing slip."""
