"""The operations of the program, shared by the command line and whatever else calls them."""

from dragoman.tasks.code import Outcome, Tally, check_paths, code_documents, code_into, find_rejects_path
from dragoman.tasks.coders import list_steps, make_coder
from dragoman.tasks.copies import Copies
from dragoman.tasks.evaluate import check_page, evaluate_files, write_evaluation_page
from dragoman.tasks.gazetteer import build_gazetteer, check_build
from dragoman.tasks.outcomes import Coded, CoderMaker, DocumentCoder
from dragoman.tasks.prepare import Prepared, SetAside, prepare_documents
from dragoman.tasks.record import (
    Filling,
    add_documents,
    backup,
    check_record,
    import_events,
    init_record,
    vacuum,
)
from dragoman.tasks.rejects import check_rejects, keep_rejects
from dragoman.tasks.show import Shown, show_documents, shown_to_json
from dragoman.tasks.stages import actor_stage, classify_stage, place_stage, run_stage, timex_stage

__all__ = [
    "Coded",
    "CoderMaker",
    "Copies",
    "DocumentCoder",
    "Filling",
    "Outcome",
    "Prepared",
    "SetAside",
    "Shown",
    "Tally",
    "actor_stage",
    "add_documents",
    "backup",
    "build_gazetteer",
    "check_build",
    "check_page",
    "check_paths",
    "check_record",
    "check_rejects",
    "classify_stage",
    "code_documents",
    "code_into",
    "evaluate_files",
    "find_rejects_path",
    "import_events",
    "init_record",
    "keep_rejects",
    "list_steps",
    "make_coder",
    "place_stage",
    "prepare_documents",
    "run_stage",
    "show_documents",
    "shown_to_json",
    "timex_stage",
    "vacuum",
    "write_evaluation_page",
]
