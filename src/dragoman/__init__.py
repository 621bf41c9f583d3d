"""Dragoman reads dated news and keeps a checkable record of relations between states."""
