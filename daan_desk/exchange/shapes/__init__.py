"""How a sheet's shape is understood: titles, header block, records, and the rows that are none."""
