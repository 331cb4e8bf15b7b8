"""How it is kept: tables, the journal and the encrypted file."""
