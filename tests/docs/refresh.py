"""Write the present output of every transcript, and the README's event, into the documentation.

python -m tests.docs.refresh

Run it after a change of the coder that is meant, then read the difference.
"""

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

from tests.docs.conftest import load_coder
from tests.docs.events import fold_event
from tests.docs.pages import PAGES, README, ROOT, Block, find_blocks, read_page
from tests.docs.transcripts import WIDTH, make_folder, read_steps, run_command

SHOWN = Path("athens.jsonl")
"""The file whose first event the README shows."""


def refresh_transcript(block: Block) -> str:
    """A block with what its commands print now."""
    body = ""
    for source, step in zip(_sources(block), read_steps(block), strict=True):
        printed = "\n".join(line.rstrip() for line in run_command(step.command).splitlines()).strip("\n")
        body += source + (printed + "\n" if printed else "")
    return body


def _sources(block: Block) -> list[str]:
    """The commands as they are written, over several lines where they are."""
    lines, sources = block.body.splitlines(keepends=True), []
    for number, line in enumerate(lines):
        if line.startswith("$ "):
            end = number
            while lines[end].endswith("\\\n"):
                end += 1
            sources.append("".join(lines[number : end + 1]))
    return sources


def refresh_event(block: Block) -> str:
    """The first event of `SHOWN`."""
    del block
    return fold_event(json.loads(SHOWN.read_text(encoding="utf-8").splitlines()[0]))


def rewrite(page: Path, language: str, refreshed: Callable[[Block], str]) -> None:
    """Replace the blocks of one language in a page."""
    bodies = [(block, refreshed(block)) for block in find_blocks(page, language)]
    words = read_page(page)
    for block, body in reversed(bodies):
        words = words[: block.start] + body + words[block.end :]
    page.write_text(words, encoding="utf-8")


def main() -> None:
    """Go through all pages, each in a folder of its own."""
    environment = {"COLUMNS": WIDTH, "NO_COLOR": "1", "TERM": "", "PYTHONPATH": str(ROOT / "src")}
    with (
        patch.dict(os.environ, environment),
        patch("dragoman.tasks.coders.load_coder", load_coder),
        patch("dragoman.tasks.stages.load_coder", load_coder),
    ):
        for page in PAGES:
            with tempfile.TemporaryDirectory() as folder:
                os.chdir(make_folder(Path(folder)))
                rewrite(page, "console", refresh_transcript)
                if page == README:
                    rewrite(page, "json", refresh_event)
                os.chdir(ROOT)


if __name__ == "__main__":
    main()
