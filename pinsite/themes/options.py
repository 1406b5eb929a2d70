"""The options of a theme as the site has chosen them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pinsite.diagnostics import Place, Problems, did_you_mean, one_of
from pinsite.diagnostics.codes import CODES
from pinsite.themes.chain import Chain


def read_options(
    chain: Chain, written: Mapping[str, object], place_of: Callable[[str], Place], problems: Problems
) -> dict[str, str]:
    """Return the value of every option in its plain form; what the theme does not take is reported at its place."""
    values = {name: option.read(option.default) or option.default for name, option in chain.options.items()}
    for name, text in written.items():
        option = chain.options.get(name)
        if option is None:
            said, known = f"the theme has no option `{name}`", chain.options
            help = did_you_mean(name, known, one_of(known) if known else "this theme has no options")
            problems.add(CODES["THM003"], place_of(name), said, help)
            continue
        value = option.read(text) if isinstance(text, str) else None
        if value is None:
            said = f"the option `{name}` does not take this"
            problems.add(CODES["THM004"], place_of(name), said, option.wanted)
        else:
            values[name] = value
    return values
