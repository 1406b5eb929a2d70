"""The chain: the site's own templates, its theme, and the theme's parents, nearest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from pinsite.diagnostics import Place, Problems, did_you_mean, one_of
from pinsite.diagnostics.codes import CODES
from pinsite.files import digest_bytes, digest_text, stamps_below
from pinsite.themes.reading import DECLARATION, NOTES, outside, place_in, read_theme
from pinsite.themes.theme import A_COLOUR, SITE, Option, PictureWish, SocialColours, Theme

_STATEMENT = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b(.*?)%\}", re.DOTALL)
#: A reference that is a plain text; `a if b else c`, lists and names can be any template.
_PLAIN = re.compile(
    r"""\s*(["'])(?P<name>[^"']+)\1\s*(?:-?$|(?:as|import|ignore|with|without)\b.*)""", re.DOTALL
)
_PARENT = "parent:"
#: The site's own styles, in its folder of templates.
STYLES = "site.css"


def bundled_themes() -> Path:
    """Return the folder of the themes that come with pinsite: in the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    packed = package / "_themes"
    return packed if packed.is_dir() else package.parent / "themes"


def theme_names(root: Path) -> dict[str, Path]:
    """Return every theme that a catalogue can use, its own before the bundled ones."""
    found: dict[str, Path] = {}
    for folder in (root / "themes", bundled_themes()):
        if folder.is_dir():
            for theme in sorted(folder.iterdir()):
                if (theme / DECLARATION).is_file():
                    found.setdefault(theme.name, theme)
    return found


class TemplateSource(Struct, frozen=True, dict=True):
    """A template as found: its name and level in the chain, its file, and how to name it to people."""

    name: str
    level: int
    path: Path
    shown: str

    @property
    def full_name(self) -> str:
        """Return the name by which this very file is found, and none above it."""
        return f"@{self.level}:{self.name}"

    @cached_property
    def content(self) -> bytes:
        """Return the bytes of its file, which are read once: what is compiled is what the digest is of."""
        return self.path.read_bytes()

    @cached_property
    def text(self) -> str:
        """Return what stands in it."""
        return self.content.decode("utf-8-sig", "replace").replace("\r\n", "\n")


class Chain(Struct, frozen=True, dict=True):
    """Where templates, styles, scripts, options and picture wishes come from."""

    root: Path
    themes: tuple[Theme, ...]

    @cached_property
    def folders(self) -> tuple[tuple[Path, str], ...]:
        """Return the folders of templates, nearest first, each with its name for people."""
        own = [(self.root / "templates", "templates")]
        return (*own, *((theme.folder / "templates", f"{theme.shown}/templates") for theme in self.themes))

    @cached_property
    def _found(self) -> tuple[frozenset[str], ...]:
        """Return the names of templates on each level; what a link leads out of the catalogue is no template."""
        folder = self.root / "templates"
        names = stamps_below(folder).keys() - {NOTES}
        own = frozenset(names - set(outside(self.root, folder, names)))
        return (own, *(theme.below("templates") for theme in self.themes))

    @cached_property
    def own_levels(self) -> tuple[int, ...]:
        """Return the levels whose templates lie in the catalogue: its own folder, and its own themes."""
        return (0, *(level for level, theme in enumerate(self.themes, 1) if not theme.bundled))

    def names_at(self, level: int) -> frozenset[str]:
        """Return the names of the templates of one level."""
        return self._found[level]

    def is_trusted(self, path: str) -> bool:
        """Tell whether a file is a template that came with pinsite."""
        return any(theme.bundled and Path(path).is_relative_to(theme.folder) for theme in self.themes)

    def template(self, name: str, level: int = 0) -> TemplateSource | None:
        """Return the nearest template of a name, from a level of the chain on; always the same."""
        if (name, level) not in self._sources:
            self._sources[name, level] = self._nearest(name, level)
        return self._sources[name, level]

    def _nearest(self, name: str, level: int) -> TemplateSource | None:
        for number in range(level, len(self.folders)):
            if name in self._found[number]:
                if number > level:
                    return self.template(name, number)
                folder, shown = self.folders[number]
                return TemplateSource(name, number, folder / name, f"{shown}/{name}")
        return None

    @cached_property
    def _sources(self) -> dict[tuple[str, int], TemplateSource | None]:
        return {}

    @cached_property
    def every_template(self) -> tuple[TemplateSource, ...]:
        """Return the templates of all levels, those that are overridden, too."""
        return tuple(
            TemplateSource(name, level, folder / name, f"{shown}/{name}")
            for level, (folder, shown) in enumerate(self.folders)
            for name in sorted(self._found[level])
        )

    @cached_property
    def template_names(self) -> frozenset[str]:
        """Return the names that the themes themselves have templates for."""
        return frozenset().union(*self._found[1:])

    @property
    def overrides(self) -> frozenset[str]:
        """Return the names of the site's own templates."""
        return self._found[0]

    def join(self, name: str, said_by: str) -> str:
        """Return the full name of a template that another names (`parent:pin.html` is the next one down)."""
        if not name.startswith(_PARENT):
            return name
        here = self.locate(said_by)
        return f"@{(here.level if here else 0) + 1}:{name.removeprefix(_PARENT)}"

    def locate(self, full_name: str) -> TemplateSource | None:
        """Return the template of a full name (`pin.html`, or `@2:pin.html` from level 2 on)."""
        level, name = _parts_of(full_name)
        return self.template(name, level)

    def template_digest(self, name: str) -> str | None:
        """Return the digest of a template and all that it refers to, or None where there is none."""
        return self._closures.get(name) or self._closure(name)

    @cached_property
    def _closures(self) -> dict[str, str]:
        return {}

    def _closure(self, name: str) -> str | None:
        if self.locate(name) is None:
            return None
        seen: dict[str, str] = {}
        self._collect(name, seen)
        self._closures[name] = digest_text(repr(sorted(seen.items())))
        return self._closures[name]

    def _collect(self, full_name: str, seen: dict[str, str]) -> None:
        if full_name in seen:
            return
        source = self.locate(full_name)
        if source is None:
            seen[full_name] = "absent"
            return
        seen[full_name] = f"{source.shown} {digest_bytes(source.content)}"
        for statement in _STATEMENT.finditer(source.text):
            plain = _PLAIN.fullmatch(statement[1])
            for other in [plain["name"]] if plain else sorted(self.template_names | self.overrides):
                self._collect(self.join(other, full_name), seen)

    @cached_property
    def options(self) -> Mapping[str, Option]:
        """Return the options on offer, a child's before its parents'."""
        return {
            name: option for theme in reversed(self.themes) for name, option in theme.declared.options.items()
        }

    @cached_property
    def pictures(self) -> Mapping[str, PictureWish]:
        """Return the named picture wishes, a child's before its parents'."""
        return {
            name: wish for theme in reversed(self.themes) for name, wish in theme.declared.pictures.items()
        }

    def social_colours(self, options: Mapping[str, str]) -> dict[str, str]:
        """Return the colours of social cards by name, the nearest theme's that has some."""
        declared = (theme.declared.social for theme in self.themes)
        colours = next((one for one in declared if one is not None), SocialColours())
        return {name: options.get(value, value) for name, value in colours.model_dump().items()}

    @cached_property
    def scripts(self) -> Mapping[str, Path]:
        """Return the scripts by name, a child's before its parents'."""
        return {
            name: theme.folder / "scripts" / name
            for theme in reversed(self.themes)
            for name in theme.declared.scripts
        }

    @cached_property
    def statics(self) -> Mapping[str, Path]:
        """Return the files that are copied as they are, a child's before its parents'."""
        return {
            name: theme.folder / "static" / name
            for theme in reversed(self.themes)
            for name in theme.below("static")
        }

    def stylesheet(self, options: Mapping[str, str]) -> bytes:
        """Return the stylesheet of the site: layers, options as custom properties, then the themes' styles.

        The site's own `templates/site.css`, if there is one, is the last layer and so always wins.
        """
        layers = [theme.name for theme in reversed(self.themes)]
        tokens = "".join(
            f"--option-{name.replace('_', '-')}:{self.options[name].css(value)};"
            for name, value in sorted(options.items())
        )
        parts = [f"@layer {', '.join([*layers, 'site'])};", f":root{{{tokens}}}"]
        parts += [f"@layer {layer} {{\n{styles}\n}}" for layer, styles in self._layered_styles()]
        return _compact("\n".join(parts)).encode()

    def _layered_styles(self) -> Iterator[tuple[str, str]]:
        for theme in reversed(self.themes):
            files = (theme.folder / "styles" / name for name in theme.declared.styles)
            yield theme.name, "\n".join(file.read_text("utf-8-sig") for file in files)
        own = self.root / "templates" / STYLES
        if own.is_file():
            yield SITE, own.read_text("utf-8-sig")

    def style_files(self) -> Iterator[tuple[str, Path]]:
        """Walk the style files in the order of the cascade, each with its name for people."""
        for theme in reversed(self.themes):
            for name in theme.declared.styles:
                yield f"{theme.shown}/styles/{name}", theme.folder / "styles" / name
        if STYLES in self.overrides:
            yield f"templates/{STYLES}", self.root / "templates" / STYLES

    def catalogues(self, lang: str) -> list[Path]:
        """Return the files of interface texts for a language: parents first, `zh` before `zh-Hant`."""
        parts = lang.split("-")
        names = ["-".join(parts[: count + 1]) for count in range(len(parts))]
        folders = [theme.folder for theme in reversed(self.themes)] + [self.root / "templates"]
        found = [folder / "locale" / f"{name}.po" for folder in folders for name in names]
        return [path for path in found if path.is_file()]


def _compact(css: str) -> str:
    """Return styles without comments and indentation, which only their author needs."""
    lines = (line.strip() for line in re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL).split("\n"))
    return "\n".join(line for line in lines if line) + "\n"


def _parts_of(full_name: str) -> tuple[int, str]:
    """Return level and name of a full name; a text that only looks like one is a name."""
    level, mark, name = full_name[1:].partition(":")
    if full_name.startswith("@") and mark and level.isdecimal():
        return int(level), name
    return 0, full_name


def plain_name(full_name: str) -> str:
    """Return a full name as an author would write it."""
    level, name = _parts_of(full_name)
    return f"{_PARENT}{name}" if level else name


def open_chain(root: Path, name: str, problems: Problems, place: Place) -> Chain | None:
    """Return the chain of a theme; None (and problems) where one is unknown, broken or in a circle.

    `place` is where the theme is chosen.
    """
    known = theme_names(root)
    themes: list[Theme] = []
    wanted: str | None = name
    while wanted is not None:
        names = [theme.folder.name for theme in themes]
        if wanted in names:
            circle = " → ".join([*names, wanted])
            problems.add(
                CODES["THM002"],
                place,
                f"themes go round in a circle: {circle}",
                "take `parent` out of the one that should be the first",
            )
            return None
        if wanted not in known:
            help = did_you_mean(wanted, known, one_of(known))
            problems.add(CODES["SET001"], place, f"there is no theme `{wanted}`", help)
            return None
        theme = read_theme(known[wanted], f"themes/{wanted}", _is_bundled(known[wanted]), problems)
        if theme is None:
            return None
        themes.append(theme)
        place = place_in(theme, "parent")
        wanted = theme.declared.parent
    before = problems.errors
    chain = Chain(root, tuple(themes))
    _check_social(chain, problems)
    return chain if problems.errors == before else None


def _check_social(chain: Chain, problems: Problems) -> None:
    """Report colours of social cards that are named after no option, or after one that is no colour."""
    for level, theme in enumerate(chain.themes):
        if theme.bundled or theme.declared.social is None:
            continue
        options = Chain(chain.root, chain.themes[level:]).options
        colours = [name for name, option in options.items() if option.type == "colour"]
        for name, value in theme.declared.social.model_dump().items():
            if value.startswith("#") or value in colours:
                continue
            code, said = CODES["THM003"], f"`social.{name}`: the theme has no option `{value}`"
            if value in options:
                code, said = CODES["THM004"], f"`social.{name}`: the option `{value}` is no colour"
            help = did_you_mean(
                value, colours, f"name an option of type `colour`, or write one like {A_COLOUR}"
            )
            problems.add(code, place_in(theme, "social", name), said, help)


def _is_bundled(folder: Path) -> bool:
    return folder.parent == bundled_themes()
