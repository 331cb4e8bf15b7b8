"""One page for each subject; pages never import pages."""
