"""However many threads look at pictures, only so many pixels stand in memory."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from PIL import Image
from sample_pictures import noise

from pinsite.images import Limits, Sights, Source, probe, probe_all, probing, rendering
from pinsite.images.space import Space


def test_as_many_as_fit_and_one_always():
    space, lock = Space(10.0), threading.Lock()
    standing, most = 0.0, []

    def hold(megapixels):
        nonlocal standing
        with space.taken(megapixels):
            with lock:
                standing += megapixels
                most.append(round(standing, 6))
            threading.Event().wait(0.005)
            with lock:
                standing -= megapixels

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(hold, [0.1, 4.3, 3.7, 25.0, 4.0, 0.3, 9.9, 2.0] * 3))
    assert max(one for one in most if one != 25.0) <= 10.0 + 1e-9
    assert most.count(25.0) == 3


def test_a_failure_gives_its_room_back():
    space = Space(1.0)
    for _ in range(3):
        try:
            with space.taken(5.0):
                raise ValueError
        except ValueError:
            pass
    with space.taken(1.0):
        pass


@pytest.mark.parametrize(
    ("written", "orientation", "copies"),
    [("jpeg", 1, 1), ("jpeg", 6, 2), ("png", 1, 1), ("avif", 1, 2), ("avif", 8, 3), ("heif", 1, 2)],
)
def test_what_is_decoded_twice_or_turned_counts_for_more(written, orientation, copies):
    source = Source("0" * 40, written, 4000, 3000, orientation, False, None, 1)
    assert source.in_memory() == pytest.approx(12 * copies)
    assert source.in_memory(4) == pytest.approx(12 * copies / 16)


def test_looking_and_probing_ask_for_room(tmp_path, monkeypatch):
    """Sixty-four cores would decode sixty-four scans of eighty megapixels."""
    asked = []

    class Noting(Space):
        def taken(self, megapixels):
            asked.append(round(megapixels, 4))
            return super().taken(megapixels)

    for module in (probing, rendering):
        monkeypatch.setattr(module, "LOOKING", Noting())
    noise(200, 100).save(tmp_path / "scan.png")
    noise(2400, 1200).save(tmp_path / "pin.jpg")
    Image.new("L", (300, 100)).save(tmp_path / "plain.gif")
    paths = [tmp_path / name for name in ("scan.png", "pin.jpg", "plain.gif")]
    sources = probe_all(paths, Limits(), {})
    assert sorted(asked) == [0.02, 0.03]  # a JPEG is never decoded to be known
    asked.clear()
    Sights().look_at((path, probe(path)) for path in paths[:2])
    assert sorted(asked) == [0.02, 0.02, round(2.88 / 64, 4)]  # the scan was probed once more here
    assert all(not one.hasty for one in sources.values())
