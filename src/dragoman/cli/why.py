"""`dragoman why`: all that stands behind an event."""

from dragoman.cli.options import DEFAULT_RECORD, AsJson, AsOf, EventId, RecordOption, check_record


def why_command(
    event_id: EventId,
    record: RecordOption = DEFAULT_RECORD,
    as_of: AsOf = None,
    json: AsJson = False,
) -> None:
    """Show why an event is as it is: every field's words, rule and score, every report, why they were joined.

    Also in what the reports differ, and what people said of the event.
    """
    from dragoman.cli.console import write_json
    from dragoman.cli.reasons import print_why
    from dragoman.tasks.opening import open_record
    from dragoman.tasks.why import explain_event

    with open_record(check_record(record)) as connection:
        why = explain_event(connection, event_id, as_of=as_of)
    (write_json if json else print_why)(why)
