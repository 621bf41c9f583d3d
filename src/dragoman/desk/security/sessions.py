"""Sessions without a store: a cookie that only this desk can have made, and the tokens of forms that go with it."""

import hashlib
import hmac
import secrets
import time

COOKIE = "dragoman_session"

LIFETIME = 12 * 3600
"""Seconds after which one signs in again."""

_GUEST, _MEMBER = "guest", "member"


class Sessions:
    """Makes and reads the cookies of one desk; a desk that is started again knows none of those before.

    Args:
        token: what members gave; None where nobody needs one.
        secret: by which cookies are known; without one it is made here.

    """

    def __init__(self, token: str | None, secret: bytes | None = None) -> None:
        self._secret = secret or secrets.token_bytes(32)
        self._token = token

    def matches(self, given: str) -> bool:
        """Whether this is the token; it takes the same time wherever it differs."""
        if self._token is None:
            return False
        # Digests have one length, so that not even the token's length shows.
        one, other = (hashlib.sha256(words.encode("utf-8", "replace")).digest() for words in (given, self._token))
        return hmac.compare_digest(one, other)

    def begin(self, *, is_member: bool = False) -> str:
        """A new cookie."""
        told = f"{_MEMBER if is_member else _GUEST}.{int(time.time())}.{secrets.token_urlsafe(18)}"
        return f"{told}.{self._sign('session', told)}"

    def knows(self, cookie: str) -> bool:
        """Whether the cookie is one of this desk and not too old."""
        told, _, signature = cookie.rpartition(".")
        if not hmac.compare_digest(self._sign("session", told).encode(), signature.encode("utf-8", "replace")):
            return False
        return time.time() - int(told.split(".")[1]) < LIFETIME

    def is_member(self, cookie: str) -> bool:
        """Whether whoever has the cookie gave the token."""
        return self.knows(cookie) and cookie.startswith(f"{_MEMBER}.")

    def write_csrf(self, cookie: str) -> str:
        """What forms of a session bring back, to show that they are the desk's own."""
        return self._sign("form", cookie)

    def is_csrf(self, cookie: str, given: str) -> bool:
        """Whether a form belongs to the session."""
        return hmac.compare_digest(self.write_csrf(cookie).encode(), given.encode("utf-8", "replace"))

    def _sign(self, purpose: str, words: str) -> str:
        return hmac.new(self._secret, f"{purpose}:{words}".encode("utf-8", "replace"), hashlib.sha256).hexdigest()
