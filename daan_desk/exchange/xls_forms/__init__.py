"""Forms of Excel 97 to 2003 and WPS (.xls, .et) are filled record by record; what nobody touches stays as it is."""
