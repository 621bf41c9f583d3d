"""What went wrong, and what to do."""

from dragoman.pages.desk.frame import Frame, render

_TITLES = {
    400: "This request can’t be read",
    401: "A token is needed",
    403: "This is not allowed",
    404: "There is nothing here",
    405: "This can’t be done here",
    409: "This can’t be done now",
    411: "The request does not say how long it is",
    413: "That is too much",
    421: "This is not the address of the desk",
    422: "This can’t be asked so",
    500: "Something went wrong in the desk",
    503: "The record can’t be read",
}


def compose_error(frame: Frame, *, status: int, fault: str, remedy: str) -> str:
    """A page that says what is wrong and what to do.

    Args:
        frame: of the request.
        status: of the answer.
        fault: in one clause.
        remedy: in a sentence; may be empty.

    """
    title = _TITLES.get(status, "This did not work")
    return render("error", frame, status=status, title=title, fault=fault, remedy=remedy)
