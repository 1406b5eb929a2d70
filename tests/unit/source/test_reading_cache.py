"""What was read before need not be read again, and says the same."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pinsite import processes
from pinsite.diagnostics import Problem, Problems
from pinsite.files import stamps_below
from pinsite.source import Cache, Call, Loaded, load, reading_hands

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
FILES = {
    "pinsite.yaml": "title: Test\nauthor: Ada\nlanguages: [en, ja]\ncurrency: EUR\n",
    "pins/moth.yaml": "title: {en: Moth, ja: 蛾}\nseries: night\nposition: 2\nreleased: 2025-10\nrelated: [owl]\n"
    "description: See [the owl](pin:owl).\nx_b: 1\nx_a: 2\nprice: 14.00\n"
    "edition: {type: limited, size: 10, numbered: yes, proofs: {HC: 1, AP: 2}}\n"
    "variants:\n  - {id: gold, title: Gold, plating: gold}\n",
    "pins/owl/pin.yaml": "title: Owl\nimages: [{file: front.jpg, role: front, alt: An owl}]\ntags: [bird, Night]\n"
    "status: sold-out\nedition: {type: limited, size: 5, sold: 1}\nrelated: [nobody]\n",
    "pins/owl/front.jpg": "no picture",
    "pins/late.yaml": "title: Late\npublish: 2026-12-01T00:00+01:00\nexpires: 2027-01-01\n"
    "production: [{stage: mould}]\n",
    "pins/draft.yaml": "title: Draft\ndraft: true\n",
    "series/night.yaml": "title: Night\norder: 3\ndescription: |\n  <script>no</script>\n",
    "stories/tale.md": "---\ntitle: Tale\npins: [moth]\ndate: 2025-03-01\n---\n"
    "\nSee {x}\n\n{edition: moth}\n\n![](a.png)\n",
    "pages/about.md": "---\ntitle: About\nlanguage: ja\n---\nHello [late](pin:late)\n",
    "ledger.csv": "date,pin,variant,event,quantity,copies\n"
    "2026-01-01,moth,,received,10,\n2026-01-02,moth,gold,sold,1,1\n",
}


def write(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
        os.utime(root / path, ns=(1, 1))


def read(root: Path, cache: Cache | None = None, now: datetime = NOW) -> tuple[Loaded, list[Problem]]:
    problems = Problems()
    return load(root, stamps_below(root), Call(now), problems, cache), list(problems)


def everything(loaded: Loaded) -> object:
    """Return all that a build can ask of a catalogue."""
    catalogue, accounts = loaded.catalogue, loaded.accounts
    return (
        loaded,
        [(kind, id, one.entry, one.digest) for kind, all in catalogue.records for id, one in all.items()],
        [(id, one.body, one.lang) for id, one in {**catalogue.stories, **catalogue.pages}.items()],
        catalogue.newest_first,
        catalogue.members,
        catalogue.series_in_order,
        catalogue.stories_of_pin,
        catalogue.terms,
        dict(accounts.counted),
        dict(accounts.statuses),
        dict(accounts.as_of),
        dict(accounts.milestones),
        {key: use.place for key, use in loaded.pictures.items()},
        dict(loaded.files),
        [(one.id, one.entry, one.place("title")) for one in loaded.written],
    )


def same(root: Path, cache: Cache, now: datetime = NOW) -> Loaded:
    """Read with the cache and without, and find the same."""
    warm, warm_problems = read(root, cache, now)
    cold, cold_problems = read(root, None, now)
    assert warm_problems == cold_problems
    assert everything(warm) == everything(cold)
    return warm


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path, FILES)
    same(tmp_path, Cache(tmp_path / ".pinsite"))
    return tmp_path


def again(root: Path, now: datetime = NOW) -> set[str]:
    """Read in what could be a new process; return what was really read."""
    return set(same(root, Cache(root / ".pinsite"), now).read_again)


def test_nothing_is_read_twice(site: Path) -> None:
    assert again(site) == set()


def test_only_what_changed_is_read(site: Path) -> None:
    write(site, {"pins/moth.yaml": FILES["pins/moth.yaml"].replace("Moth", "Moon Moth")})
    assert again(site) == {"pins/moth.yaml"}
    assert again(site) == set()


def test_the_same_bytes_under_another_stamp_are_the_same(site: Path) -> None:
    for path in FILES:
        (site / path).write_bytes((site / path).read_bytes())
    assert again(site) == set()


def test_size_and_time_set_back_are_seen(site: Path) -> None:
    write(site, {"pins/draft.yaml": FILES["pins/draft.yaml"].replace("true", "no  ")})
    assert again(site) == {"pins/draft.yaml"}


def test_files_come_and_go(site: Path) -> None:
    (site / "pins/moth.yaml").unlink()
    assert again(site) == set()
    write(site, {"pins/moth.yaml": FILES["pins/moth.yaml"], "pins/new.yaml": "title: New\n"})
    assert again(site) == {"pins/new.yaml"}, "the moth is still known"


def test_a_file_with_mistakes_is_read_each_time(site: Path) -> None:
    write(site, {"pins/draft.yaml": "title: Draft\ndraft: perhaps\n"})
    assert again(site) == again(site) == {"pins/draft.yaml"}


@pytest.mark.parametrize(
    "change",
    [
        ("EUR", "USD"),
        ("currency: EUR", "currency: EUR\nlanguage: ja"),
        ("Ada", "Bo"),
        ("currency: EUR", "currency: EUR\ntime_zone: Asia/Tokyo"),
        ("currency: EUR", "currency: EUR\nvocabularies: {plating: {gold: Golden}}"),
        ("currency: EUR", "currency: EUR\ngrades: [{code: A, name: Fine}]"),
    ],
)
def test_settings_that_shape_reading_read_everything_again(site: Path, change: tuple[str, str]) -> None:
    write(site, {"pinsite.yaml": FILES["pinsite.yaml"].replace(*change)})
    assert len(again(site)) == 7
    assert again(site) == set()


def test_other_settings_do_not(site: Path) -> None:
    write(site, {"pinsite.yaml": FILES["pinsite.yaml"] + "paginate: 7\nstrict: true\n"})
    assert again(site) == set()


def test_time_alone_publishes_and_withdraws(site: Path) -> None:
    for days in (20, 60, 0):
        assert again(site, NOW + timedelta(days=days)) == set()


def test_rows_of_the_ledger_are_judged_again(site: Path) -> None:
    write(site, {"ledger.csv": FILES["ledger.csv"] + "2026-01-03,moth,,sold,20,\n"})
    _, problems = read(site, Cache(site / ".pinsite"))
    assert "oversold" in " ".join(one.message for one in problems)
    assert again(site) == set()
    write(site, {"ledger.csv": FILES["ledger.csv"]})
    assert again(site) == set()


def test_a_picture_that_goes_is_missed(site: Path) -> None:
    (site / "pins/owl/front.jpg").unlink()
    assert again(site) == set()
    _, problems = read(site, Cache(site / ".pinsite"))
    assert [one.code.id for one in problems].count("REF007") == 2


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_a_picture_that_becomes_a_link_out_of_the_catalogue_is_refused(
    site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.jpg"
    outside.write_text("secret", "utf-8")
    (site / "pins/owl/front.jpg").unlink()
    (site / "pins/owl/front.jpg").symlink_to(outside)
    again(site)
    _, problems = read(site, Cache(site / ".pinsite"))
    assert "REF008" in [one.code.id for one in problems]


def _halve(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _swap(content: bytes) -> bytes:
    return content.replace(b"Moth", b"Myth")


@pytest.mark.parametrize(
    "damage",
    [
        _halve,
        _swap,
        lambda _: b"",
        lambda _: b"\0\xff\n\t",
        lambda _: b"{}\n",
        lambda _: b"[]\n[]",
        lambda _: b'{"key": 1, "digest": 2}\n\t\t\n',
        lambda content: content[:-1],
        lambda content: content + b"\n",
    ],
)
def test_a_damaged_cache_is_read_anew(site: Path, damage: Callable[[bytes], bytes]) -> None:
    cache = site / ".pinsite/reading.json"
    assert cache.is_file()
    cache.write_bytes(damage(cache.read_bytes()))
    assert len(again(site)) == 7
    assert again(site) == set()


def test_one_edit_does_not_write_all_again(site: Path) -> None:
    base, newer = site / ".pinsite/reading.json", site / ".pinsite/reading-newer.json"
    before = base.read_bytes()
    write(site, {"pins/draft.yaml": "title: Draft\n"})
    assert again(site) == {"pins/draft.yaml"}
    assert base.read_bytes() == before
    assert b"pins/draft.yaml" in newer.read_bytes()
    assert again(site) == set()
    newer.write_bytes(_halve(newer.read_bytes()))
    assert again(site) == {"pins/draft.yaml"}
    newer.unlink()
    assert again(site) == {"pins/draft.yaml"}


def test_many_edits_do(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pinsite.source.cache._FEW", 2)
    write(
        site,
        {path: text + "\n" for path, text in FILES.items() if path.startswith("pins/") and path[-1] == "l"},
    )
    assert len(again(site)) == 4
    assert not (site / ".pinsite/reading-newer.json").exists()
    assert again(site) == set()


def test_a_copy_of_a_catalogue_is_read_anew(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    copy = tmp_path_factory.mktemp("copy") / "site"
    shutil.copytree(site, copy)
    assert len(again(copy)) == 7


def test_a_folder_where_the_cache_should_be_is_no_mistake(site: Path) -> None:
    (site / ".pinsite/reading.json").unlink()
    (site / ".pinsite/reading.json").mkdir()
    assert len(again(site)) == 7


def test_a_cache_of_another_version_is_passed_over(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pinsite.source.cache.__version__", "999")
    assert len(again(site)) == 7


def test_one_object_keeps_everything_in_memory(site: Path) -> None:
    cache = Cache(site / ".pinsite")
    first = same(site, cache)
    write(site, {"pins/draft.yaml": "title: Draft\n"})
    second = same(site, cache)
    assert second.read_again == {"pins/draft.yaml"}
    assert second.catalogue.pins["moth"] is first.catalogue.pins["moth"]


def test_a_record_is_read_when_somebody_asks(site: Path) -> None:
    loaded, _ = read(site, Cache(site / ".pinsite"))
    catalogue = loaded.catalogue
    assert (catalogue.newest_first, catalogue.terms, catalogue.members, list(loaded.accounts.counted)) != ()
    assert not any("entry" in vars(one) for one in loaded.written if one.kind != "pin" or one.id == "draft")
    assert str(catalogue.pins["owl"].entry.title) == "Owl"


def test_values_that_were_tampered_with_are_read_from_the_file(site: Path) -> None:
    loaded, _ = read(site, Cache(site / ".pinsite"))
    record = next(one for one in loaded.written if one.id == "owl")
    record.packed = b'[{"title": ["no"], "nonsense": {}}, ""]'
    assert str(record.entry.title) == "Owl"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("written", "same_digest"),
    [
        (FILES["pins/moth.yaml"] + "# a remark\n", True),
        ("price: 14.00\n" + FILES["pins/moth.yaml"].replace("price: 14.00\n", ""), True),
        (FILES["pins/moth.yaml"].replace("type: limited, size: 10", "size: 10, type: limited"), True),
        (FILES["pins/moth.yaml"].replace("series: night", "series: 'night'"), True),
        (FILES["pins/moth.yaml"] + "sku: null\n", True),
        (FILES["pins/moth.yaml"].replace("{HC: 1, AP: 2}", "{AP: 2, HC: 1}"), False),
        (FILES["pins/moth.yaml"].replace("x_b: 1\nx_a: 2\n", "x_a: 2\nx_b: 1\n"), False),
        (FILES["pins/moth.yaml"].replace("en: Moth, ja: 蛾", "ja: 蛾, en: Moth"), False),
        (FILES["pins/moth.yaml"].replace("14.00", "14.0"), False),
    ],
)
def test_a_digest_is_of_what_a_record_says(site: Path, written: str, same_digest: bool) -> None:
    before, _ = read(site)
    write(site, {"pins/moth.yaml": written})
    after, _ = read(site)
    assert (before.catalogue.pins["moth"].digest == after.catalogue.pins["moth"].digest) is same_digest


def test_two_processes_read_what_one_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {
        f"pins/p-{n}.yaml": f"title: P {n}\nrelated: [p-{n + 1}]\nsize: {n % 3 or 'no'} mm\n"
        for n in range(50)
    }
    write(tmp_path, FILES | files)
    alone, alone_problems = read(tmp_path)
    monkeypatch.setattr(reading_hands, "ENOUGH", 10)
    monkeypatch.setattr(processes, "processors", lambda: 3)
    together, problems = read(tmp_path)
    assert problems == alone_problems
    assert everything(together) == everything(alone)


def test_what_a_helper_cannot_finish_is_read_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, FILES)
    monkeypatch.setattr(reading_hands, "ENOUGH", 2)
    monkeypatch.setattr(processes, "processors", lambda: 2)
    monkeypatch.setattr(reading_hands, "_work", lambda *_: None)
    loaded, _ = read(tmp_path)
    assert len(loaded.read_again) == 7


def test_the_cache_is_plain_data(site: Path) -> None:
    about, gists, *records = map(json.loads, (site / ".pinsite/reading.json").read_bytes().split(b"\n"))
    assert set(about) >= {"key", "digest", "pictures"}
    assert [path for path, *_ in gists] == sorted(
        path for path in FILES if path.endswith((".md", ".yaml")) and "/" in path
    )
    assert len(records) == len(gists)
