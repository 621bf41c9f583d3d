"""Drawings made here: the map and the network, as numbers that templates put into SVG."""
