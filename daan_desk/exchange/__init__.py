"""Files in and out: spreadsheets, Word, PDF text and parcels."""
