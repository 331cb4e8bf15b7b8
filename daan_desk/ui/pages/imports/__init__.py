"""The way in for rosters: a file is read, understood, shown, mended, and carried out in one act."""
