"""The sample district: made-up enterprises, officers and two years of their work, any size, out of one seed."""
