"""Coders of bulk runs, importable by name; kept apart so that workers load little."""

import os
import re
import signal
from dataclasses import replace
from pathlib import Path

from dragoman.config import CoderConfig
from dragoman.export import CoderStamp
from dragoman.model.coding import Coding
from dragoman.model.text import Document
from dragoman.tasks import DocumentCoder
from tests.tasks.fakes import STAMP, WordCoder


class MortalCoder(WordCoder):
    """Kills its process, or the one that started it, where a text says so, but once: "KILL self /tmp/killed"."""

    def code(self, document: Document) -> Coding:
        order = re.search(r"KILL (self|parent) (\S+)", document.text)
        if order and not Path(order[2]).exists():
            Path(order[2]).touch()
            os.kill(os.getpid() if order[1] == "self" else os.getppid(), signal.SIGKILL)
            signal.pause()  # until the death of the parent is noticed
        return super().code(document)


def make_mortal_coder(config: CoderConfig) -> tuple[DocumentCoder, CoderStamp]:
    return MortalCoder(config), STAMP


class LaterCoder(WordCoder):
    """No longer fails."""

    def code(self, document: Document) -> Coding:
        return super().code(replace(document, text=document.text.replace("FAIL", "well")))


def make_later_coder(config: CoderConfig) -> tuple[DocumentCoder, CoderStamp]:
    return LaterCoder(config), CoderStamp(version="1", codebook="fake")
