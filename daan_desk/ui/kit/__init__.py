"""Parts of the window that know fields and no subject."""
