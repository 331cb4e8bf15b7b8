"""Reports that an officer puts together: chosen above, as a table and a chart below, kept by name."""
