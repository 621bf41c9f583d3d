"""Which documents cannot hold a political interaction: they are set aside before they are parsed, where that is asked.

Two looks, the second at what the first lets pass: at the words alone, which costs next to nothing, and with the
tagger of the events stage, which costs two fifths of coding.
"""

from dragoman.relevance.judge import find_irrelevance

__all__ = ["find_irrelevance"]
