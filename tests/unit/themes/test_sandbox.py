"""A stranger's templates reach nothing but what they are given, and use up no more than a page may."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest
from jinja2 import TemplateError
from jinja2.exceptions import SecurityError
from support.catalogues import write_text

from pinsite.diagnostics import Place, Problems
from pinsite.themes import TooMuch, limits, make_environment, open_chain, render
from pinsite.themes.environment import ChainEnvironment
from pinsite.themes.limits import MOST_STEPS

Show = Callable[..., str]


def said(text: str, **values: object) -> str:
    """Fill in a text, as the function of interface texts does."""
    return text % values


said.__name__ = "_written"


@pytest.fixture
def environment(tmp_path: Path) -> ChainEnvironment:
    """Return the environment of a theme that somebody has installed."""
    write_text(tmp_path / "themes/strange/theme.yaml", "name: strange\napi: 1\nparent: foundation\n")
    write_text(tmp_path / "ledger.csv", "secret")
    chain = open_chain(tmp_path, "strange", Problems(), Place(""))
    assert chain
    functions = {"_": said, "part": lambda name, **_: "x" * 1000}
    return make_environment(chain, {}, functions, nullcontext, None)


@pytest.fixture
def show(environment: ChainEnvironment, tmp_path: Path) -> Show:
    """Return a function that shows a template of the theme."""

    def shown(text: str, **given: object) -> str:
        write_text(tmp_path / "themes/strange/templates/404.html", text)
        chain = open_chain(tmp_path, "strange", Problems(), Place(""))
        assert chain
        environment.chain = environment.loader._chain = chain  # type: ignore[union-attr]
        environment.cache.clear()  # type: ignore[union-attr]
        return render(environment, "404.html", given)

    return shown


@pytest.mark.parametrize("text", [
    '{{ "".__class__.__mro__[1].__subclasses__() }}', '{{ ""["__class__"] ~ "" }}', '{{ ""|attr("__class__") }}',
    '{{ "{0.__class__}".format("") }}', '{{ "{a.__class__}".format_map({"a": 1}) }}', "{{ part.__globals__ }}",
    '{{ [""]|map(attribute="__class__")|join }}', '{{ [""]|map("attr", "__class__")|join }}',
    "{{ self._TemplateReference__context }}", "{{ self.__init__.__globals__ }}", "{{ dict.mro() }}",
    "{{ cycler.__init__.__globals__.os.system('x') }}", "{{ joiner.__class__ }}", "{{ namespace().__class__ }}",
    "{% macro m() %}{% endmacro %}{{ m.__call__.__globals__ }}", "{{ (1).__class__ }}", "{{ x.__init__ }}",
    "{% for a in [1] %}{{ loop._iterable }}{{ loop.__class__ }}{% endfor %}", "{{ (a for a in b) }}",
    "{{ cards.__getitem__ }}", "{{ [].append(1) }}", "{{ {}.update({1: 2}) }}", "{{ values.clear() }}",
    "{{ lipsum.__globals__ }}", "{{ config }}", "{% import 'os' as os %}", "{% do 1 %}",
])  # fmt: skip
def test_nothing_of_python_can_be_reached(text: str, show: Show) -> None:
    """By no way of naming it."""
    values: dict[str, object] = {"a": [1]}
    with pytest.raises(TemplateError):
        assert show(text, cards=(1, 2), values=values, x="") in ("[Undefined]",)
    assert values == {"a": [1]}


def test_what_is_kept_back_is_said(show: Show) -> None:
    """By its name."""
    with pytest.raises(SecurityError, match="`__class__` cannot be reached from a template"):
        show('{{ "".__class__ ~ "" }}')


@pytest.mark.parametrize("name", [
    "/etc/passwd", "../theme.yaml", "../../../ledger.csv", "..\\..\\ledger.csv", "templates/../../theme.yaml", "file:///etc/passwd",
    "http://example.org/x.html", "@0:../theme.yaml", "parent:../theme.yaml", "parent:parent:404.html", ".", "", "\0",
])  # fmt: skip
@pytest.mark.parametrize("way", ["{%% include %r %%}", "{%% extends %r %%}", "{%% import %r as x %%}"])
def test_no_file_can_be_reached(way: str, name: str, show: Show) -> None:
    """Names of templates are looked up among the templates of the chain."""
    with pytest.raises(TemplateError):
        show(way % name)


GREEDY = [
    "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
    "{% for a in range(99999) %}{% for b in range(99999) if false %}{% endfor %}{% endfor %}",
    "{% for a in range(99999) %}{% set x = range(99999)|list %}{% endfor %}",
    "{% set big = range(99999)|list %}{% for a in big %}{% set x = big|sum %}{% endfor %}",
    "{% set big = range(99999)|list %}{% for a in big %}{% set x = big.index(99998) %}{% endfor %}",
    "{% macro a(n) %}{% if n %}{{ a(n - 1) }}{{ a(n - 1) }}{% endif %}{% endmacro %}{{ a(99) }}",
    "{% for a in [1, 2] recursive %}{% if loop.depth < 60 %}{{ loop([1, 2]) }}{% endif %}{% endfor %}",
    "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
    "{% include '404.html' %}",
    "{% block a %}{{ self.a() }}{% endblock %}",
    "{{ 'x' * 10 ** 10 }}",
    "{{ 10 ** (10 ** 9) }}",
    "{{ [0] * 10 ** 9 }}",
    "{% set ns = namespace(a='xxxx') %}{% for i in range(60) %}{% set ns.a = ns.a ~ ns.a %}{% endfor %}",
    "{% set ns = namespace(a='xxxx') %}{% for i in range(60) %}{% set ns.a = ns.a + ns.a %}{% endfor %}",
    ("{% set ns = namespace(a='xxxx') %}{% for i in range(60) %}"
    "{% set ns.a %}{{ ns.a }}{{ ns.a }}{% endset %}{% endfor %}"),
    "{% set ns = namespace(a='x') %}{% for i in range(60) %}{% set ns.a = ns.a|replace('x', 'xxxx') %}{% endfor %}",
    "{% set ns = namespace(a='x') %}{% for i in range(60) %}{% set ns.a = ns.a.replace('x', 'xxxx') %}{% endfor %}",
    "{% set ns = namespace(a=[1]) %}{% for i in range(60) %}{% set ns.a = ns.a + ns.a %}{% endfor %}",
    "{% set ns = namespace(a=3) %}{% for i in range(60) %}{% set ns.a = ns.a * ns.a %}{% endfor %}",
    "{{ 'x'.ljust(10 ** 9) }}", "{{ 'x'|center(10 ** 9) }}", "{{ '%999999999d'|format(1) }}",
    "{{ '%*d' % (10 ** 9, 1) }}",
    "{{ '{:999999999}'.format(1) }}", "{{ '{:{w}}'.format(1, w=10 ** 9) }}", "{{ '%.999999999f' % 1 }}",
    "{{ _('%(n)999999999d', n=1) }}", "{{ [1]|batch(10 ** 9, 'x')|list }}", "{{ [1]|slice(10 ** 9)|list }}",
    "{{ 'x'|indent(10 ** 9, true) }}", "{{ 1.5|round(10 ** 9, 'ceil') }}",
    "{{ ('x' * 99)|wordwrap(-1, true, 'x' * 10 ** 8) }}",
    "{% set x = 'x'|center(99999) %}{{ ([x] * 99999)|join(x) }}",
    "{% set x = 'x'|center(99999) %}{{ x.join([x] * 99999) }}",
    "{% for a in range(99999) %}" + "x" * 10_000 + "{% endfor %}",
    "{% for a in range(99999) %}{{ part('_card.html', n=a) }}{% endfor %}",
    ("{% autoescape false %}{% set x = 'x'|center(99999) %}{% for a in range(9999) %}{{ x }}"
    "{% endfor %}{% endautoescape %}"),
]  # fmt: skip


@pytest.mark.parametrize("text", GREEDY)
def test_what_asks_for_too_much_is_stopped(text: str, show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    """Loops without an end, texts without an end: before the memory is full."""
    monkeypatch.setattr(limits, "MOST_STEPS", 200_000)
    monkeypatch.setattr(limits, "MOST_TEXT", 5_000_000)
    with pytest.raises((TooMuch, RecursionError, OverflowError)):
        show(text)


def test_what_a_page_needs_is_well_within(show: Show) -> None:
    """A register of ten thousand numbers in a table, with every filter that one would use."""
    text = (
        "{% for n in numbers %}<tr><td>{{ n }}</td><td>{{ ('No. %d' % n)|upper }}</td>"
        "<td>{{ [n, n + 1]|join(', ') }}</td><td>{{ missing|default('none') }}</td></tr>{% endfor %}"
    )
    assert show(text, numbers=list(range(10_000))).count("<tr>") == 10_000
    plain = (
        "{{ 'a b'|wordwrap(9) }} {{ '100% of * 12345'|truncate(99) }} {{ [3, 1]|sort|join(',') }}"
        " {{ '%s'|format('<') }}"
        " {{ '{}'.format(1) }} {{ cards|map(attribute='t')|join(' ') }} {{ cards|length }}"
        " {{ {'a': 1}.a }} {{ 'ab'[0] }}"
    )
    assert show(plain, cards=[{"t": "x"}, {"t": "y"}]) == "a b 100% of * 12345 1,3 &lt; 1 x y 2 1 a"


def test_templates_that_came_along_pay_nothing(environment: ChainEnvironment) -> None:
    """The limits are for strangers: what pinsite brings was measured, and is as quick as it can be."""
    trusted, strange = (
        environment._generate(
            environment.parse("{% for a in b %}{{ a.c|upper }}{{ d(a) }}{% endfor %}"), "x", file
        )
        for file in (str(environment.chain.themes[1].folder / "templates/x.html"), "/themes/strange/x.html")
    )
    assert "paid" not in trusted
    assert "counted" not in trusted
    assert all(word in strange for word in ("paid!upper", "paid_call", "paid_text", "counted!", "wrote("))


def test_a_part_pays_with_the_page_that_asked_for_it(environment: ChainEnvironment) -> None:
    """A page cannot begin anew by asking for parts."""
    budget = environment.budget
    with budget.spending():
        budget.step(MOST_STEPS // 2 + 1)
        with budget.spending(), pytest.raises(TooMuch):
            budget.step(MOST_STEPS // 2)
    with budget.spending():
        budget.step(MOST_STEPS // 2)


def test_chance_is_no_part_of_a_page(show: Show) -> None:
    """The same input gives the same bytes."""
    for text in ("{{ lipsum() }}", "{{ [1, 2]|random }}"):
        with pytest.raises(TemplateError):
            show(text)
