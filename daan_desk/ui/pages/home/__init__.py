"""The first page: what is owed, due, loose and ending, of one officer or of the whole office."""
