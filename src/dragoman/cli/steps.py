"""`dragoman steps`: the stages of the coder."""

from dragoman.cli.options import Pipeline, make_config


def steps_command(pipeline: Pipeline = None) -> None:
    """List the stages of the coder in order: what each requires and what it assigns."""
    from rich.console import Console
    from rich.table import Table

    from dragoman.tasks import list_steps

    table = Table("step", "requires", "assigns", box=None, pad_edge=False, header_style="bold")
    for step in list_steps(make_config(pipeline)):
        table.add_row(step.name, ", ".join(sorted(step.requires)), ", ".join(sorted(step.assigns)))
    Console(highlight=False).print(table)
