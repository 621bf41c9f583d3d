"""The codebook as data."""
