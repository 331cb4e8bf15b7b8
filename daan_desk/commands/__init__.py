"""The same acts without a window: one function per command, grouped by what it is about."""
