"""How the desk gets onto a machine: its environment, the system's libraries, the packages that are handed out."""
