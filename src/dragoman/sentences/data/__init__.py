"""Word lists of the sentences stage."""
