"""Whether dragoman can work here: what `dragoman doctor` looks at, one finding after the other."""

from dragoman.tasks.doctor.examine import examine
from dragoman.tasks.doctor.finding import Finding, Verdict, findings_to_json

__all__ = ["Finding", "Verdict", "examine", "findings_to_json"]
