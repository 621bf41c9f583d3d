"""The page that asks for the token."""

from dragoman.pages.desk.frame import Frame, render


def compose_sign_in(frame: Frame, *, goal: str, is_wrong: bool = False) -> str:
    """The form for the token.

    Args:
        frame: of the request.
        goal: the address to go on to.
        is_wrong: whether another token was given before.

    """
    return render("sign_in", frame, goal=goal, is_wrong=is_wrong)
