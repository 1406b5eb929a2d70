"""The types of fields: how each reads what was typed, and how it describes itself in the schema.

Every reader raises `Misread`; here it becomes the error of the validation library, whose type is the problem's
code and whose context carries the help. `Reading` (the site's languages, currency, words) travels as context.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, NoReturn, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import CoreSchema, InitErrorDetails, PydanticCustomError, core_schema

from pinsite.catalogue import local_text, rights, values
from pinsite.catalogue.local_text import LocalText
from pinsite.catalogue.values import Misread, Money, PartialDate, Size
from pinsite.catalogue.vocabularies import ALSO, BUILT_IN, Term
from pinsite.diagnostics import did_you_mean, one_of

T = TypeVar("T")


@dataclass(frozen=True)
class Reading:
    """What the readers of fields must know of the site."""

    languages: tuple[str, ...] = ("en",)
    currency: str | None = None
    time_zone: str = "UTC"
    vocabularies: Mapping[str, Mapping[str, Term]] = field(default_factory=lambda: BUILT_IN)
    grades: tuple[str, ...] = ()
    #: Words that were looked up before, by vocabulary and text.
    codes: dict[tuple[str, str], str] = field(default_factory=dict, repr=False, compare=False)

    @property
    def main(self) -> str:
        """Return the site's main language."""
        return self.languages[0]


_DEFAULT = Reading()


def _custom(problem: Misread) -> PydanticCustomError:
    # The library formats braces in templates; the text of an author may hold some.
    return PydanticCustomError(problem.code, "{said}", {"said": problem.message, "help": problem.help})


def _within(mistakes: Mapping[str, Misread]) -> ValidationError:
    """Return the error of a value that has parts, with each mistake at its part."""
    lines: list[InitErrorDetails] = [
        {"type": _custom(problem), "loc": (part,), "input": None} for part, problem in mistakes.items()
    ]
    return ValidationError.from_exception_data("record", lines)


def kind_of(value: object) -> str:
    """Name the shape of a YAML value as an author would."""
    if isinstance(value, dict):
        return "a map of keys"
    return "a list" if isinstance(value, list) else "a text" if isinstance(value, str) else "nothing"


def text_reader(read: Callable[[str], T]) -> PlainValidator:
    """Make the validator of a field that is written as one text."""

    def validate(value: object) -> T:
        try:
            return read(value if isinstance(value, str) else _no_text(value))
        except Misread as problem:
            raise _custom(problem) from None

    return PlainValidator(validate)


def site_reader(read: Callable[[str, Reading], T]) -> PlainValidator:
    """Make the validator of a text whose meaning depends on the site."""

    def validate(value: object, info: ValidationInfo) -> T:
        try:
            return read(value if isinstance(value, str) else _no_text(value), info.context or _DEFAULT)
        except Misread as problem:
            raise _custom(problem) from None

    return PlainValidator(validate)


def _no_text(value: object) -> NoReturn:
    raise Misread(
        "PIN010",
        f"a text belongs here, not {kind_of(value)}",
        "write one value, without `[`, `{` or lines that begin with `- `",
    )


def _local(value: object, info: ValidationInfo) -> LocalText:
    reading = info.context or _DEFAULT
    try:
        if isinstance(value, str):
            return LocalText(reading.main, ((reading.main, _said(value)),))
        if not isinstance(value, dict) or not value:
            what = "an empty map" if value == {} else kind_of(value)
            raise Misread("PIN010", f"a text, or a map of languages, belongs here, not {what}", _LOCAL_HELP)
    except Misread as problem:
        raise _custom(problem) from None
    said = _each(value, lambda lang, text: _in_language(lang, text, reading))
    return LocalText(reading.main, tuple(said.items()))


_LOCAL_HELP = "write a text, or `{en: …, ja: …}`"


def _each(parts: Mapping[str, object], read: Callable[[str, object], T]) -> dict[str, T]:
    """Read every part of a value; all mistakes are told at once."""
    made: dict[str, T] = {}
    mistakes: dict[str, Misread] = {}
    for name, part in parts.items():
        try:
            made[name] = read(name, part)
        except Misread as problem:
            mistakes[name] = problem
    if mistakes:
        raise _within(mistakes)
    return made


def _in_language(lang: str, text: object, reading: Reading) -> str:
    if lang not in reading.languages:
        known = ", ".join(reading.languages)
        raise Misread(
            "PIN030",
            f"`{lang}` is not among the site's languages ({known})",
            did_you_mean(lang, reading.languages, "add it to `languages` in pinsite.yaml"),
        )
    if not isinstance(text, str):
        raise Misread(
            "PIN010", f"a text belongs here, not {kind_of(text)}", "write the text in this language"
        )
    return _said(text)


def _said(text: str) -> str:
    if not text.strip():
        raise Misread("PIN036", "the text is empty", "write something, or leave the key out")
    return text.strip("\n") if "\n" in text else text.strip()


def _one_or_many(value: object) -> object:
    return value if isinstance(value, list | tuple) else [value]


def term(vocabulary: str) -> PlainValidator:
    """Make the validator of a code of one vocabulary (the site's words included)."""

    what = {"effects": "effect"}.get(vocabulary, vocabulary.replace("_", " "))

    def look_up(text: str, reading: Reading) -> str:
        known = reading.vocabularies[vocabulary]
        code = text.strip().casefold().replace(" ", "-").replace("_", "-")
        code = ALSO.get(vocabulary, {}).get(code, code)
        if code in known:
            return code
        also = ALSO.get(vocabulary, {})
        raise Misread(
            "PIN013", f"`{text}` is not a known {what}", did_you_mean(text, [*known, *also], one_of(known))
        )

    def read(text: str, reading: Reading) -> str:
        code = reading.codes.get((vocabulary, text))
        if code is None:
            code = reading.codes[vocabulary, text] = look_up(text, reading)
        return code

    return site_reader(read)


def choice(*names: str) -> PlainValidator:
    """Make the validator of one of a few fixed words."""

    def read(text: str) -> str:
        if text.strip() not in names:
            raise Misread(
                "PIN014", f"`{text}` is not possible here", did_you_mean(text, names, one_of(names))
            )
        return text.strip()

    return text_reader(read)


#: What an editor takes `1921.4` and `007` for; here they are texts.
_TYPED = ["string", "number"]


def _schema(**parts: Any) -> WithJsonSchema:
    return WithJsonSchema(parts)


def _string(description: str, *examples: str, **more: Any) -> WithJsonSchema:
    return _schema(type=_TYPED, description=description, examples=list(examples), **more)


class _OrOne:
    """Tells the schema that one value may stand where a list is meant."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        many = handler(schema)
        return {"anyOf": [many["items"], many]}


Many = Annotated[tuple[T, ...], BeforeValidator(_one_or_many), _OrOne()]
Text = Annotated[str, text_reader(_said), _schema(type=_TYPED)]
Local = Annotated[
    LocalText,
    PlainValidator(_local),
    _schema(
        anyOf=[{"type": _TYPED}, {"type": "object", "additionalProperties": {"type": _TYPED}}],
        description="a text, or a map of languages",
    ),
]
Id = Annotated[str, text_reader(values.read_id), _string("an id", "moon-moth")]
Flag = Annotated[bool, text_reader(values.read_flag), _schema(type="boolean")]
Count = Annotated[int, text_reader(values.read_whole), _schema(type="integer", minimum=0)]
Whole = Annotated[
    int, text_reader(lambda text: values.read_whole(text, 1)), _schema(type="integer", minimum=1)
]
Position = Annotated[int, text_reader(lambda text: values.read_whole(text, -9999)), _schema(type="integer")]
Url = Annotated[str, text_reader(values.read_url), _string("a web address", format="uri")]
Link = Annotated[str, text_reader(values.read_link), _string("an address", "/about/")]
Colour = Annotated[
    str,
    text_reader(values.read_hex_colour),
    _string("six hexadecimal digits", "#7a2426", pattern="^#([0-9A-Fa-f]{3}){1,2}$"),
]
When = Annotated[
    PartialDate,
    text_reader(values.read_partial_date),
    _string("a year, month or day", "2025-10", pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"),
]
Day = Annotated[date, text_reader(values.read_day), _string("a day", format="date")]
Moment = Annotated[
    datetime,
    site_reader(lambda text, reading: values.read_moment(text, reading.time_zone)),
    _string("a moment", "2025-10-01T18:00+02:00"),
]
Price = Annotated[
    Money,
    site_reader(lambda text, reading: values.read_money(text, reading.currency)),
    _string("an amount and a currency", "14.00 EUR"),
]
GradeCode = Annotated[str, site_reader(lambda text, reading: _grade(text, reading)), _string("a grade", "B")]
Grams = Annotated[Decimal, text_reader(values.read_weight), _string("a weight", "9 g")]
Length = Annotated[Decimal, text_reader(values.read_length), _string("a length", "31.5 mm")]
RightsField = Annotated[
    rights.Rights,
    text_reader(rights.read_rights),
    _string("a licence code, or the address of a statement", "CC-BY-NC-4.0", "InC"),
]
Language = Annotated[str, text_reader(local_text.read_language), _string("a language", "en")]
Latitude = Annotated[
    float,
    text_reader(lambda text: values.read_fraction(text, Decimal(-90), Decimal(90))),
    _schema(type="number", minimum=-90, maximum=90),
]
Longitude = Annotated[
    float,
    text_reader(lambda text: values.read_fraction(text, Decimal(-180), Decimal(180))),
    _schema(type="number", minimum=-180, maximum=180),
]
Unit = Annotated[
    float,
    text_reader(lambda text: values.read_fraction(text, Decimal(0), Decimal(1))),
    _schema(type="number", minimum=0, maximum=1),
]


def _grade(text: str, reading: Reading) -> str:
    if text.strip() in reading.grades:
        return text.strip()
    known = reading.grades
    raise Misread("PIN014", f"`{text}` is no grade of the site", did_you_mean(text, known, one_of(known)))


def _within_picture(box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    left, top, width, height = box
    if min(width, height) <= 0 or left + width > 1.0001 or top + height > 1.0001:
        raise _custom(
            Misread(
                "PIN027",
                "the box does not lie within the picture",
                "write `[left, top, width, height]` as parts of the whole, like `[0.2, 0.1, 0.6, 0.75]`",
            )
        )
    return box


Box = Annotated[tuple[Unit, Unit, Unit, Unit], AfterValidator(_within_picture)]


def _size(value: object, info: ValidationInfo) -> Size:
    if isinstance(value, dict) and value:
        return _size_of_sides(_each(value, _side))
    try:
        if isinstance(value, str):
            return values.read_size(value)
        raise Misread("PIN010", f"a size belongs here, not {kind_of(value)}", "write it like `38 x 31.5 mm`")
    except Misread as problem:
        raise _custom(problem) from None


def _side(name: str, text: object) -> Decimal:
    if name not in _SIDES:
        raise Misread("PIN012", f"unknown key `{name}`", did_you_mean(name, _SIDES, one_of(_SIDES)))
    if not isinstance(text, str):
        raise Misread("PIN010", f"a length belongs here, not {kind_of(text)}", "write it like `31.5 mm`")
    return values.read_length(text)


def _size_of_sides(read: Mapping[str, Decimal]) -> Size:
    longest = max((read[name] for name in ("width", "height") if name in read), default=None)
    return Size(read.get("width"), read.get("height"), read.get("thickness"), longest)


_SIDES = ("width", "height", "thickness")

SizeField = Annotated[
    Size,
    PlainValidator(_size),
    _schema(
        anyOf=[
            {"type": "string", "examples": ["38 x 31.5 x 1.8 mm"]},
            {"type": "object", "properties": {side: {"type": "string"} for side in _SIDES}},
        ]
    ),
]


@dataclass(frozen=True)
class named:  # noqa: N801 - reads as a word of the annotation
    """Accept a plain text where a small record stands, as its `key`; the schema says so too."""

    key: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Widen a text before the record is read."""
        return core_schema.no_info_before_validator_function(self._widen, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Describe a text beside the record."""
        return {"anyOf": [{"type": "string"}, handler(schema)]}

    def _widen(self, value: object) -> object:
        return {self.key: value} if isinstance(value, str) else value


class Record(BaseModel):
    """A map of keys, frozen once read; unknown keys are errors, `x_` keys are the author's own."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    own: Mapping[str, object] = Field(
        default_factory=dict, alias="x_*", exclude=True, description="keys of your own, which begin with `x_`"
    )

    @model_validator(mode="before")
    @classmethod
    def _gather_own(cls, value: object) -> object:
        # Nearly no map holds any; one look at all its keys at once tells.
        if not isinstance(value, dict) or "x_" not in " ".join(value):
            return value
        own = {key: part for key, part in value.items() if key.startswith("x_")}
        if not own:
            return value
        return {key: part for key, part in value.items() if key not in own} | {"x_*": own}
