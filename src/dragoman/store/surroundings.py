"""The words around a quotation, as its document has them."""

import json
import sqlite3
from collections.abc import Sequence

_REACH = 400
"""Characters on either side of a quotation that are read."""


def load_surroundings(connection: sqlite3.Connection, report_ids: Sequence[str]) -> dict[str, tuple[str, str, str]]:
    """What stands before each report's quotation, the quotation, and what stands after it.

    Args:
        connection: of the record.
        report_ids: of the reports; those whose document's text the record has not are left out.

    """
    rows = connection.execute(
        "WITH quoted AS (SELECT report_id, json_extract(body, '$.evidence.start') AS start,"
        " json_extract(body, '$.evidence.end') AS end,"
        " CASE json_extract(body, '$.evidence.field') WHEN 'title' THEN title ELSE text END AS words"
        " FROM report JOIN coding ON coding.id = report.coding JOIN document ON document.id = coding.document"
        " WHERE report_id IN (SELECT value FROM json_each(:ids))) "
        "SELECT report_id, substr(words, max(1, start + 1 - :reach), min(start, :reach)),"
        " substr(words, start + 1, end - start), substr(words, end + 1, :reach)"
        " FROM quoted WHERE words IS NOT NULL AND start IS NOT NULL",
        {"ids": json.dumps(report_ids), "reach": _REACH},
    )
    return {report_id: (before, quote, after) for report_id, before, quote, after in rows}
