"""The door: make a workspace, or unlock one."""
