"""What a bulk run is asked to do."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from dragoman.config import PART_SIZE, CoderConfig
from dragoman.documents import Input
from dragoman.export import JsonObject
from dragoman.tasks.bulk.manifest import Manifest, describe_setting, mark_inputs
from dragoman.tasks.code import Gate, coder_of_process
from dragoman.tasks.coders import make_coder
from dragoman.tasks.outcomes import CoderMaker


@dataclass(frozen=True, slots=True, kw_only=True)
class BulkOrder:
    """Inputs, settings, and the folder that the events go to."""

    folder: Path
    inputs: tuple[Input, ...]
    columns: Mapping[str, str] = field(default_factory=dict)
    config: CoderConfig = field(default_factory=CoderConfig)
    gate: Gate | None = None
    with_copies: bool = False
    """Whether copies are told with their originals' events; else each is coded itself."""
    part_size: int = PART_SIZE
    maker: CoderMaker = make_coder
    describe_setting: Callable[[str, object], str] = describe_setting
    """Names a setting with its value, where one differs from that of a run in the folder."""

    def to_manifest(self) -> Manifest:
        """What makes this order the same as another; the engine and the number of workers do not matter.

        Raises:
            InputError: an input cannot be read, or not twice.
            ModelError: a model file is missing.

        """
        config = {name: str(value) if isinstance(value, Path) else value for name, value in asdict(self.config).items()}
        settings: JsonObject = {
            **config,
            "columns": dict(sorted(self.columns.items())),
            "copies": self.with_copies,
            "gate": self.gate is not None,
            "part_size": self.part_size,
        }
        return Manifest(settings=settings, coder=self.to_stamp(), inputs=mark_inputs(self.inputs))

    def to_stamp(self) -> JsonObject:
        """What codes: the `coder` block of every event.

        Raises:
            ModelError: a model file is missing.

        """
        _, stamp = coder_of_process(self.config, self.maker)
        return stamp.to_json()
