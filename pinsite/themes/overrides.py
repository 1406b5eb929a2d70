"""What the templates of a catalogue stand in for: whole templates, or single blocks of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from pinsite.diagnostics import Place, Problems, did_you_mean
from pinsite.diagnostics.codes import CODES
from pinsite.themes.chain import STYLES, Chain, TemplateSource, bundled_themes
from pinsite.themes.skeleton import Skeleton, skeleton_of
from pinsite.themes.tokens import place_at


class Override(Struct, frozen=True):
    """A template, or one block of it, with what it stands in for."""

    source: TemplateSource
    block: str | None
    text: str
    place: Place
    upstream: TemplateSource
    upstream_text: str

    @property
    def title(self) -> str:
        """Name it to people."""
        return f"{self.source.shown}, block {self.block}" if self.block else self.source.shown

    @property
    def differs(self) -> bool:
        """Tell whether it says anything other than what it stands in for."""
        return tidy(self.text) != tidy(self.upstream_text)


def tidy(text: str) -> list[str]:
    """Return the lines of a template without what nobody sees: space at their ends, empty lines around them."""
    return [line.expandtabs(2).rstrip() for line in text.strip().splitlines()]


def overrides_of(chain: Chain) -> Iterator[Override]:
    """Walk the overrides of the catalogue: its own templates, and its themes' over those of their parents."""
    for source in _own_templates(chain):
        skeleton = skeleton_of(source.text)
        extended = chain.locate(chain.join(skeleton.extends, source.full_name)) if skeleton.extends else None
        below = chain.template(source.name, source.level + 1)
        if below is not None and (extended is None or extended.name != source.name):
            yield Override(source, None, source.text, Place(source.shown), below, below.text)
        if extended is None:
            continue
        for block in skeleton.outer:
            found = block_above(chain, extended, block.name)
            if found is not None and found[0].level > source.level:
                place = place_at(source.shown, source.text, block.at, len(block.name))
                yield Override(source, block.name, block.text, place, *found)


def _own_templates(chain: Chain) -> Iterator[TemplateSource]:
    for level in chain.own_levels:
        for name in sorted(chain.names_at(level)):
            source = chain.template(name, level)
            if source is not None and name.endswith(".html"):
                yield source


def block_above(chain: Chain, source: TemplateSource, block: str) -> tuple[TemplateSource, str] | None:
    """Return the nearest block of a name, from a template on through all that it extends."""
    for one, skeleton in lineage(chain, source):
        if block in skeleton.blocks:
            return one, skeleton.blocks[block].text
    return None


def lineage(chain: Chain, source: TemplateSource) -> Iterator[tuple[TemplateSource, Skeleton]]:
    """Walk a template and all that it extends, nearest first, as far as names are written out."""
    seen: set[str] = set()
    one: TemplateSource | None = source
    while one is not None and one.shown not in seen:
        seen.add(one.shown)
        skeleton = skeleton_of(one.text)
        yield one, skeleton
        one = chain.locate(chain.join(skeleton.extends, one.full_name)) if skeleton.extends else None


# ── what stands in for nothing ───────────────────────────────────────────────────────────────────────────


def check_overrides(chain: Chain, problems: Problems) -> None:
    """Warn of templates, blocks and texts that nothing would ever show."""
    for level in chain.own_levels:
        for name in sorted(chain.names_at(level)):
            source = chain.template(name, level)
            assert source is not None
            if not _is_used(chain, source):
                known = chain.template_names - (chain.names_at(level) if level else frozenset())
                help = did_you_mean(
                    name, known, "no theme has a template of this name, and none refers to it"
                )
                problems.add(CODES["THM007"], Place(source.shown), "this template overrides nothing", help)
            elif name.endswith(".html"):
                _check_blocks(chain, source, problems)


def _is_used(chain: Chain, source: TemplateSource) -> bool:
    name, level = source.name, source.level
    if level == 0 and (name == STYLES or name.startswith("locale/")):
        return True
    if chain.template(name, level + 1) is not None or name in page_templates():
        return True
    return any(name in other.text for other in chain.every_template if other.path != source.path)


@cache
def page_templates() -> frozenset[str]:
    """Return the names of the templates that pages are made with; a theme without a parent has them all."""
    folder = bundled_themes() / "foundation" / "templates"
    return frozenset(path.name for path in folder.glob("[!_]*.html"))


def _check_blocks(chain: Chain, source: TemplateSource, problems: Problems) -> None:
    skeleton = skeleton_of(source.text)
    extended = chain.locate(chain.join(skeleton.extends, source.full_name)) if skeleton.extends else None
    if extended is None:
        return
    above = list(lineage(chain, extended))
    known = {name for _, one in above for name in one.blocks}
    if all(one.extends is None or chain.locate(chain.join(one.extends, two.full_name)) for two, one in above):
        for block in skeleton.outer:
            if block.name not in known:
                problems.add(
                    CODES["THM007"],
                    place_at(source.shown, source.text, block.at, len(block.name)),
                    f"the block `{block.name}` overrides nothing",
                    did_you_mean(block.name, known, f"`{skeleton.extends}` has no block of this name"),
                )
    if skeleton.stray is not None:
        place = place_at(source.shown, source.text, skeleton.stray)
        said = "this stands outside of every block, and is never shown"
        help = "a template that extends another shows its blocks only; put this into one of them"
        problems.add(CODES["THM007"], place, said, help)
