"""Readers of every workbook format, run in a child process; each turns bytes into plain sheets."""
