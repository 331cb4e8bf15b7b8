"""What offices write over columns besides our labels and aliases: a table of words for every ledger, field by field."""
