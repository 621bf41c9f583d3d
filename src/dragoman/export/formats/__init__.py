"""Events in the formats of other data sets, and read back.

`write_format` writes any number of events, one at a time, to a stream and `export_format` to a file; `read_format`
reads what they wrote. Each format is a pure function of one event: `gdelt.event_rows`, `plover.compose_record`, ….
"""

from dragoman.export.formats.layouts import ExportFormat, Layout, load_layouts
from dragoman.export.formats.read import read_format
from dragoman.export.formats.write import Written, export_format, write_format

__all__ = ["ExportFormat", "Layout", "Written", "export_format", "load_layouts", "read_format", "write_format"]
