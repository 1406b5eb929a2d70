"""What went wrong in a template, as a problem at its line: in the page's own, one it extends, or a macro it calls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from types import TracebackType
from typing import Any

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError, nodes
from msgspec import Struct

from pinsite.diagnostics import Code, Place, Problem, Problems, did_you_mean
from pinsite.diagnostics.codes import CODES
from pinsite.themes import (
    Chain,
    TemplateSource,
    TooMuch,
    make_environment,
    names_near,
    plain_name,
    wrong_name,
)
from pinsite.views import FILTERS, FUNCTIONS, writing

#: How many lines a statement may go on for, below the one that Jinja names.
_LONGEST = 12
_TOP = re.compile(r"l_\d+_")
#: Of what Jinja says of a statement it cannot read, the word that it is about.
_QUOTED = re.compile(r"(?:named|tag|got|expected token .*?, got|block) '([^']+)'")


class _Step(Struct, frozen=True):
    """A line of a template on the way to a mistake, with the names that are known there."""

    source: TemplateSource
    line: int
    names: frozenset[str]

    def place(self, word: str | None) -> Place:
        """Return where a word stands, on this line or as far below as the statement goes; else the line."""
        lines = self.source.text.split("\n")
        for number in range(self.line, min(self.line + _LONGEST, len(lines) + 1)):
            found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", lines[number - 1]) if word else None
            if found:
                return Place(self.source.shown, number, found.start() + 1, len(found[0]))
            if "%}" in lines[number - 1] or "}}" in lines[number - 1]:
                break
        text = lines[self.line - 1] if self.line <= len(lines) else ""
        return Place(self.source.shown, self.line, _first_statement(text), 1)


def _first_statement(line: str) -> int:
    found = (
        re.search(r"\{[{%]|\S", line) if "{{" not in line and "{%" not in line else re.search(r"\{[{%]", line)
    )
    return found.start() + 1 if found else 1


def check_templates(chain: Chain, problems: Problems) -> None:
    """Compile the catalogue's own templates, whether a page needs them or not, and look up what they refer to."""
    environment = make_environment(chain, FILTERS, FUNCTIONS, partial(writing, None), None)
    for source in chain.every_template:
        if source.level not in chain.own_levels or not source.name.endswith(".html"):
            continue
        try:
            environment.get_template(source.full_name)
        except (TemplateError, RecursionError) as error:
            problems.take([mistake_of(error, "", environment, chain)])
            continue
        for line, name in _references(environment.parse(source.text)):
            full_name = environment.join_path(name, source.full_name)
            if chain.locate(full_name) is None:
                code, said, word, help = _explain_not_found(full_name, chain)
                problems.add(code, _Step(source, line, frozenset()).place(word), said, help)


def _references(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """Walk the names of templates that must be there, where they are written out, each with its line."""
    for node in tree.find_all((nodes.Extends, nodes.Import, nodes.FromImport, nodes.Include)):
        named = getattr(node, "template", None)
        forgiven = getattr(node, "ignore_missing", False)
        if isinstance(named, nodes.Const) and isinstance(named.value, str) and not forgiven:
            yield node.lineno, named.value


def mistake_of(error: Exception, page: str, environment: Environment, chain: Chain) -> Problem:
    """Return the problem that an exception tells of; raise it again where no template is part of it.

    `page` is what was made when it happened; empty where nothing was.
    """
    steps = list(_steps(error.__traceback__, chain))
    if isinstance(error, TemplateSyntaxError):
        source = next((one for one in chain.every_template if str(one.path) == error.filename), None)
        if source is not None:
            steps.append(_Step(source, error.lineno, frozenset()))
    if not steps:
        raise error
    here = steps[-1]
    code, said, word, help = _explained(error, here, environment, chain)
    way = f"while making {page}{_called_from(steps, chain)}" if page else ""
    problems = Problems()
    problems.add(code, here.place(word), said, f"{help} ({way})" if help and way else help or way)
    return next(iter(problems))


def _explained(
    error: Exception, here: _Step, environment: Environment, chain: Chain
) -> tuple[Code, str, str | None, str]:
    """Return the code of a mistake, what to say of it, the word to point at, and help."""
    if isinstance(error, TemplateNotFound):
        return _explain_not_found(str(error.name), chain)
    if isinstance(error, TooMuch):
        return (
            CODES["THM013"],
            str(error),
            None,
            "look for a loop that goes on for ever, or round in a circle",
        )
    if isinstance(error, RecursionError):
        said = "templates or macros call each other without an end"
        return CODES["THM013"], said, None, "one of them must stop at some time"
    if isinstance(error, MemoryError):
        return CODES["THM013"], "the machine has not enough memory for this", None, ""
    if isinstance(error, TemplateSyntaxError) or str(error).startswith(("No filter named", "No test named")):
        return _explain_syntax(str(error).split("\n")[0].removesuffix(" found."), environment)
    word = wrong_name(error)
    if word is not None:
        near = names_near(error)
        known = here.names if near is None else near
        help = did_you_mean(word, known) or did_you_mean(word, environment.globals if near is None else ())
        return CODES["THM005"], str(error), word, help
    return CODES["THM005"], _in_words(error), None, ""


def _explain_not_found(name: str, chain: Chain) -> tuple[Code, str, str | None, str]:
    plain = plain_name(name)
    bare = plain.removeprefix("parent:")
    known = sorted(chain.template_names | chain.overrides)
    said = "no theme further down has a" if plain != bare else "there is no"
    return (
        CODES["THM006"],
        f"{said} template `{bare}`",
        bare,
        did_you_mean(bare, [one for one in known if one != bare]),
    )


def _explain_syntax(message: str, environment: Environment) -> tuple[Code, str, str | None, str]:
    quoted = _QUOTED.search(message)
    word = quoted[1] if quoted else None
    help = ""
    if word and message.startswith("No filter named"):
        help = did_you_mean(word, [name for name in environment.filters if name.isidentifier()])
    elif word and message.startswith("No test named"):
        help = did_you_mean(word, environment.tests)
    elif "unknown tag" in message and word:
        help = did_you_mean(word, _TAGS)
    said = message.rstrip(".")
    return CODES["THM005"], said[:1].lower() + said[1:] if said.startswith("No ") else said, word, help


_TAGS = frozenset(
    {
        "block",
        "endblock",
        "extends",
        "include",
        "import",
        "from",
        "for",
        "endfor",
        "if",
        "elif",
        "else",
        "endif",
    }
    | {
        "macro",
        "endmacro",
        "call",
        "endcall",
        "set",
        "endset",
        "filter",
        "endfilter",
        "with",
        "endwith",
        "raw",
    }
)


def _in_words(error: Exception) -> str:
    """Return what an exception says; Python's own begin with their kind."""
    said = str(error)
    own = isinstance(error, TemplateError) or type(error).__module__.startswith("pinsite.")
    return said if own or (type(error) is LookupError and said) else f"{type(error).__name__}: {said}"


def _called_from(steps: list[_Step], chain: Chain) -> str:
    """Say which other templates of the catalogue led to the last, the nearest first."""
    ways: dict[str, None] = {}
    for step in reversed(steps[:-1]):
        if step.source.level in chain.own_levels and step.source.shown != steps[-1].source.shown:
            ways[f"{step.source.shown}:{step.line}"] = None
    return f", from {', '.join(list(ways)[:3])}" if ways else ""


def _steps(trace: TracebackType | None, chain: Chain) -> Iterator[_Step]:
    """Walk the lines of templates in a traceback, which Jinja has made to name them."""
    sources = {str(source.path): source for source in chain.every_template}
    while trace is not None:
        source = sources.get(trace.tb_frame.f_code.co_filename)
        if source is not None:
            yield _Step(source, trace.tb_lineno, frozenset(_known(trace.tb_frame.f_locals)))
        trace = trace.tb_next


def _known(variables: dict[str, Any]) -> Iterator[str]:
    for name in variables:
        if not name.startswith("_"):
            yield _TOP.sub("", name)
