"""The calendar of visits: a month day by day, and what is still owed in it."""
