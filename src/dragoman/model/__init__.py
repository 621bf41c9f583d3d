"""The values that every stage reads and writes: frozen, standard library only."""
