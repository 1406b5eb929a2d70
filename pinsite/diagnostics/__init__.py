"""Everything ever said about a problem: codes and their manual, places, looks."""

from pinsite.diagnostics.looks import LineOf, as_github, as_json, as_record, as_text
from pinsite.diagnostics.nearest import did_you_mean, nearest, one_of
from pinsite.diagnostics.problem import Code, Place, Problem, Problems, Severity

__all__ = [
    "Code",
    "LineOf",
    "Place",
    "Problem",
    "Problems",
    "Severity",
    "as_github",
    "as_json",
    "as_record",
    "as_text",
    "did_you_mean",
    "nearest",
    "one_of",
]
