"""What an edition promises, in plain words that follow from the site's own data."""

from __future__ import annotations

from collections.abc import Iterator

from pinsite.catalogue import GradeEntry, Said
from pinsite.editions import Counted, Edition, EditionState, EditionType, Tally
from pinsite.views.material import Material
from pinsite.views.texts import Texts
from pinsite.views.values import Meaning
from pinsite.views.wording import grade_name, said, term_label

#: Ways of writing that copies are numbered without saying how.
_YES = ("yes", "true", "on")


def how_numbered(edition: Edition) -> str | None:
    """Return how copies are numbered, where the record says more than that they are."""
    return None if edition.numbered.lower() in ("", *_YES) else edition.numbered


def statement(material: Material, counted: Counted, runs: int, lang: str) -> Said:
    """Say what the edition promises; `runs` is the number of factory orders that made it."""
    texts, edition = material.texts(lang), counted.edition
    sentences = [
        _promise(edition, counted.tally.size, texts),
        _firmness(edition, counted.tally.size, texts),
        _runs(runs, texts),
        _numbering(edition, texts),
        _unnumbered(edition, texts),
        _proofs(edition, texts),
        *_grades(material, counted.tally, lang),
    ]
    return Said(" ".join(str(one) for one in sentences if one), texts.lang)


def _promise(edition: Edition, size: int | None, texts: Texts) -> str:
    kind = edition.type
    if kind is EditionType.LIMITED and size is not None:
        if edition.state is not EditionState.FINAL:
            return texts.counted(
                "A limited edition, planned at %(n)s copy.",
                "A limited edition, planned at %(n)s copies.",
                size,
            )
        return texts.counted(
            "A limited edition: there is %(n)s copy.",
            "A limited edition: there are %(n)s copies, and there will be no more.",
            size,
        )
    if kind is EditionType.TIMED:
        if size is not None:
            return texts.counted(
                "A timed edition, closed at %(n)s copy.", "A timed edition, closed at %(n)s copies.", size
            )
        return texts.get("A timed edition: made to order while it was open.")
    if kind is EditionType.RELEASE:
        return texts.get("A limited release: made once, in a number that is not told.")
    return texts.get("An open edition: made again as long as it is wanted.")


def _firmness(edition: Edition, size: int | None, texts: Texts) -> str | None:
    if edition.state is EditionState.PLANNED:
        return texts.get("It is planned, and nothing of it is promised yet.")
    if edition.state is EditionState.PROVISIONAL and size is not None:
        return texts.get("The number may still change.")
    return None


def _runs(runs: int, texts: Texts) -> str | None:
    if runs < 2:
        return None
    return texts.counted("Made in %(n)s run.", "Made in %(n)s runs, which together are one edition.", runs)


def _numbering(edition: Edition, texts: Texts) -> str | None:
    if not edition.numbered or edition.without_numbers:
        return None
    how, last = how_numbered(edition), edition.last_number
    if how and last is not None:
        return texts.written(
            "Each copy has its own number from 1 to %(size)s (%(how)s).", size=texts.number(last), how=how
        )
    if how:
        return texts.written("Each copy has its own number (%(how)s).", how=how)
    return texts.get("Each copy has its own number.")


def _unnumbered(edition: Edition, texts: Texts) -> str | None:
    """Say that only the first copies carry a number."""
    if not edition.numbered or not edition.without_numbers or edition.last_number is None:
        return None
    return texts.counted(
        "Only the first copy has a number; the others carry none.",
        "Only the first %(n)s copies have numbers; the others carry none.",
        edition.last_number,
    )


def _proofs(edition: Edition, texts: Texts) -> str | None:
    count = sum(size for _, size in edition.proofs)
    if not count:
        return None
    return texts.counted(
        "%(n)s proof (%(series)s) is outside the edition.",
        "%(n)s proofs (%(series)s) are outside the edition, with numbers of their own.",
        count,
        series=", ".join(series for series, _ in edition.proofs),
    )


def _grades(material: Material, tally: Tally, lang: str) -> Iterator[str]:
    """Say which lesser grades of this edition belong to it, and which do not."""
    texts = material.texts(lang)
    lesser = [grade for grade in material.catalogue.site.grades[1:] if tally.grade(grade.code)]
    comma = texts.get(", ")
    inside = comma.join(grade_name(grade, texts).text for grade in lesser if grade.counts)
    outside = comma.join(grade_name(grade, texts).text for grade in lesser if not grade.counts)
    if inside:
        yield texts.written("These grades are part of it, too: %(grades)s.", grades=inside)
    if outside:
        yield texts.written("These grades are outside of it: %(grades)s.", grades=outside)


def meanings(material: Material, counted: Counted, lang: str) -> tuple[Meaning, ...]:
    """Explain the words of one edition as this site uses them."""
    return tuple(_meanings(material, counted, lang))


TYPES = {
    EditionType.LIMITED: "The number was promised in advance and is never raised. Making the design again would "
    "open another edition that can be told from this one.",
    EditionType.TIMED: "Everybody who ordered while it was open gets a copy; then it closed, and the number was known.",
    EditionType.RELEASE: "Made once and not again. How many there are is not told.",
    EditionType.OPEN: "There is no limit. It is made again when it runs out.",
}
STATES = {
    EditionState.PLANNED: "The edition is an intention. Its number is not promised yet.",
    EditionState.PROVISIONAL: "The number is likely, and becomes final when the copies are counted.",
}
NUMBERED = "The number says which copy it is. It does not say when it was made or how good it is."
PROOF = (
    "A copy beside the edition, with a number of its own such as %(example)s. "
    "It never uses a number of the edition."
)


def _meanings(material: Material, counted: Counted, lang: str) -> Iterator[Meaning]:
    texts, edition = material.texts(lang), counted.edition
    yield Meaning(
        term_label(material, "edition_type", edition.type.value, lang), texts.said(TYPES[edition.type])
    )
    if edition.state in STATES:
        yield Meaning(
            term_label(material, "edition_state", edition.state.value, lang),
            texts.said(STATES[edition.state]),
        )
    if edition.numbered:
        yield Meaning(texts.said("Numbered"), texts.said(NUMBERED))
    for series, size in edition.proofs:
        example = f"{series} {min(2, size)}/{size}"
        words = Said(str(texts.written(PROOF, example=example)), texts.said(PROOF).lang)
        yield Meaning(Said(str(texts.written("Proof (%(series)s)", series=series)), lang), words)
    for grade in material.catalogue.site.grades:
        if counted.tally.grade(grade.code):
            yield _grade(grade, texts, lang)


def _grade(grade: GradeEntry, texts: Texts, lang: str) -> Meaning:
    counts = (
        texts.said("Counts as part of the edition.")
        if grade.counts
        else texts.said("Does not count as part of the edition.")
    )
    words = said(grade.description, lang)
    return Meaning(grade_name(grade, texts), words or counts, counts if words else None)
