"""Who is let in, and what browsers are told to refuse."""

from dragoman.desk.security.gate import Gate, State, state_of
from dragoman.desk.security.headers import HEADERS, POLICY, RUNNING, secure
from dragoman.desk.security.sessions import COOKIE, Sessions

__all__ = ["COOKIE", "HEADERS", "POLICY", "RUNNING", "Gate", "Sessions", "State", "secure", "state_of"]
