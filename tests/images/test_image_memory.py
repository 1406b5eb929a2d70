"""Probed facts are kept as long as the file is the same, and not a moment longer."""

import os
import time

import pytest
from PIL import Image
from sample_pictures import noise, quadrants

from pinsite.images import (
    ImageRefused,
    Limits,
    Recipe,
    Refusal,
    Store,
    Wish,
    encode_one,
    plan,
    probe,
    probe_all,
    probe_cached,
    probing,
)
from pinsite.images import memory as memory_module
from pinsite.images.probing import glance


@pytest.fixture
def counted(monkeypatch):
    """Count how often a file is really read."""
    reads = []

    def counting(path, *rest):
        reads.append(path)
        return probe(path, *rest)

    monkeypatch.setattr(memory_module, "probe", counting)
    return reads


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "moth.png"
    quadrants().save(path)
    return path


def test_second_look_reads_nothing(path, counted):
    memory = {}
    first = probe_cached(path, Limits(), memory)
    assert probe_cached(path, Limits(), memory) == first == probe(path)
    assert len(counted) == 1


def test_change_is_noticed(path, counted):
    memory = {}
    probe_cached(path, Limits(), memory)
    noise(50, 40).save(path)
    assert probe_cached(path, Limits(), memory).width == 50


@pytest.mark.parametrize("way", ["in place", "moved over"])
def test_change_with_the_old_size_and_time_is_noticed(tmp_path, way):
    path, memory = tmp_path / "moth.bmp.tif", {}
    Image.new("RGB", (8, 8), (255, 0, 0)).save(path)
    before, facts = probe_cached(path, Limits(), memory), path.stat()
    time.sleep(0.02)
    other = path if way == "in place" else tmp_path / "other.tif"
    Image.new("RGB", (8, 8), (0, 0, 255)).save(other)
    if other != path:
        other.replace(path)
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (facts.st_size, facts.st_mtime_ns)
    assert probe_cached(path, Limits(), memory).digest != before.digest


def test_new_limit_holds_for_remembered_facts(path):
    memory = {}
    probe_cached(path, Limits(), memory)
    with pytest.raises(ImageRefused, match="megapixels"):
        probe_cached(path, Limits(max_megapixels=0.001), memory)


@pytest.mark.parametrize(
    "line", ["", "{}", "[]", "nonsense", "[1,[],{}]", '[1,[0,0,0,0],{"digest":"x"}]', "[0,null,null]"]
)
def test_odd_memory_counts_as_forgotten(path, line):
    memory = {str(path): line}
    assert probe_cached(path, Limits(), memory) == probe(path)


def test_refusal_is_not_remembered(tmp_path):
    path, memory = tmp_path / "text.jpg", {}
    path.write_text("no picture")
    with pytest.raises(ImageRefused):
        probe_cached(path, Limits(), memory)
    assert not memory


def test_a_glance_reads_the_head_alone_and_is_good_while_the_file_stays(tmp_path, monkeypatch):
    path = tmp_path / "pin.jpg"
    noise(300, 200).save(path, quality=95)
    read = []
    monkeypatch.setattr("pinsite.images.probing.digest_of", lambda stream: read.append(stream) or "0" * 40)
    seen = glance(path)
    assert seen.hasty and (seen.width, seen.height) == (300, 200) and not read
    assert glance(path) == seen
    (variant,) = plan(seen, Wish("pin", (120,)), Recipe(formats=("jpeg",))).variants
    assert encode_one(path, seen, variant, Store(tmp_path / "store"), fast=True)[:2] == b"\xff\xd8"
    os.utime(path, (1, 1))
    assert glance(path).digest != seen.digest
    with pytest.raises(ImageRefused) as refused:
        encode_one(path, seen, variant, Store(tmp_path / "other"), fast=True)
    assert refused.value.kind is Refusal.CHANGED


def test_many_are_probed_as_one_is_and_haste_is_not_remembered(tmp_path, monkeypatch):
    paths = []
    for number in range(6):
        paths.append(tmp_path / f"{number}.png")
        noise(40 + number, 30, seed=number).save(paths[-1])
    paths[2].write_bytes(b"no picture")
    memory = {}
    assert not any(one.hasty for one in probe_all([paths[0]], Limits(), {}, hasty=True).values())
    monkeypatch.setattr(memory_module, "HASTE_BYTES", 100)
    hasty = probe_all(paths, Limits(), memory, hasty=True)
    assert not memory and all(one.hasty for path, one in hasty.items() if path != paths[2])
    found = probe_all([*paths, paths[0]], Limits(), memory)
    assert list(found) == paths and isinstance(found[paths[2]], ImageRefused)
    assert all(found[path] == probe(path) and not found[path].hasty for path in paths if path != paths[2])
    assert len(memory) == 5
    assert probe_all(paths[:2], Limits(), memory, hasty=True) == {path: found[path] for path in paths[:2]}


def test_known_bytes_are_not_decoded_under_another_name_or_time(tmp_path, monkeypatch):
    """A checkout of CI has new times on all files: their digests are taken, and nothing else is asked."""
    memory, paths = {}, [tmp_path / f"{number}.png" for number in range(3)]
    for number, path in enumerate(paths):
        noise(40 + number, 30, seed=number).save(path)
    before = probe_all(paths, Limits(), memory)
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    fresh = [path.rename(moved / path.name) for path in paths]
    noise(60, 60, seed=9).save(fresh[2])
    opened, real = [], probing.open_as
    monkeypatch.setattr(probing, "open_as", lambda *words: opened.append(words) or real(*words))
    after = probe_all(fresh, Limits(), memory)
    assert [after[path] for path in fresh[:2]] == [before[path] for path in paths[:2]]
    assert len(opened) == 1 and after[fresh[2]].width == 60
    opened.clear()
    assert probe_all(fresh, Limits(), memory) == after and not opened
    assert isinstance(probe_all(fresh, Limits(0.001), dict(memory))[fresh[0]], ImageRefused)
