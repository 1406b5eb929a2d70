"""The chain: the site's own templates, its theme, and the theme's parents, nearest first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pinsite.files import digest_bytes, digest_text, stamps_below
from pinsite.themes.theme import Option, PictureWish, SocialColours, Theme, ThemeProblem, read_theme

_STATEMENT = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b(.*?)%\}", re.DOTALL)
#: A reference that is a plain text; `a if b else c`, lists and names can be any template.
_PLAIN = re.compile(
    r"""\s*(["'])(?P<name>[^"']+)\1\s*(?:-?$|(?:as|import|ignore|with|without)\b.*)""", re.DOTALL
)
_PARENT = "parent:"


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
                if (theme / "theme.yaml").is_file():
                    found.setdefault(theme.name, theme)
    return found


@dataclass(frozen=True)
class TemplateSource:
    """A template as found: its level in the chain, its file, and how to name it to people."""

    level: int
    path: Path
    shown: str


@dataclass(frozen=True)
class Chain:
    """Where templates, styles, scripts, options and picture wishes come from."""

    root: Path
    themes: tuple[Theme, ...]

    @cached_property
    def folders(self) -> tuple[tuple[Path, str], ...]:
        """Return the folders of templates, nearest first, each with its name for people."""
        own = [(self.root / "templates", "templates")]
        return (*own, *((theme.folder / "templates", f"{theme.name}/templates") for theme in self.themes))

    @cached_property
    def _found(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(stamps_below(folder)) for folder, _ in self.folders)

    def template(self, name: str, level: int = 0) -> TemplateSource | None:
        """Return the nearest template of a name, from a level of the chain on."""
        for number in range(level, len(self.folders)):
            if name in self._found[number]:
                folder, shown = self.folders[number]
                return TemplateSource(number, folder / name, f"{shown}/{name}")
        return None

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
        if full_name.startswith("@"):
            level, _, name = full_name[1:].partition(":")
            return self.template(name, int(level))
        return self.template(full_name)

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
        content = source.path.read_bytes()
        seen[full_name] = f"{source.shown} {digest_bytes(content)}"
        text = content.decode("utf-8", "replace")
        for statement in _STATEMENT.finditer(text):
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
            for name in stamps_below(theme.folder / "static")
        }

    def stylesheet(self, options: Mapping[str, str]) -> bytes:
        """Return the stylesheet of the site: layers, options as custom properties, then the themes' styles.

        The site's own `templates/site.css`, if there is one, is the last layer and so always wins.
        """
        layers = [theme.name for theme in reversed(self.themes)]
        tokens = "".join(
            f"--option-{name.replace('_', '-')}:{_css(self.options[name], value)};"
            for name, value in sorted(options.items())
        )
        parts = [f"@layer {', '.join([*layers, 'site'])};", f":root{{{tokens}}}"]
        for theme in reversed(self.themes):
            styles = "\n".join(
                (theme.folder / "styles" / name).read_text("utf-8") for name in theme.declared.styles
            )
            parts.append(f"@layer {theme.name} {{\n{styles}\n}}")
        own = self.root / "templates" / "site.css"
        if own.is_file():
            parts.append(f"@layer site {{\n{own.read_text('utf-8')}\n}}")
        return _compact("\n".join(parts)).encode()

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


def _css(option: Option, value: str) -> str:
    return '"' + value.replace('"', "'") + '"' if option.type == "text" else value


def open_chain(root: Path, name: str) -> Chain:
    """Return the chain of a theme; raises `ThemeProblem` where one is unknown, broken or in a circle."""
    known = theme_names(root)
    themes: list[Theme] = []
    wanted: str | None = name
    while wanted is not None:
        if wanted in [theme.folder.name for theme in themes]:
            circle = " → ".join([*(theme.folder.name for theme in themes), wanted])
            raise ThemeProblem(
                "THM002", f"themes/{wanted}/theme.yaml", f"themes go round in a circle: {circle}"
            )
        if wanted not in known:
            raise ThemeProblem("SET001", wanted, f"there is no theme `{wanted}`", ", ".join(sorted(known)))
        theme = read_theme(known[wanted], f"themes/{wanted}")
        themes.append(theme)
        wanted = theme.declared.parent
    return Chain(root, tuple(themes))
