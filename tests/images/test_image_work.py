"""The store is filled once, by many hands, with the same bytes whoever made them and in any order."""

import signal
import subprocess
import sys
import textwrap
import threading
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, _base
from pathlib import Path

import pytest
from msgspec.structs import replace
from sample_pictures import noise

from pinsite.images import (
    Job,
    Progress,
    Recipe,
    Refusal,
    Store,
    Wish,
    encode_all,
    encode_one,
    plan,
    probe,
    rendering,
)
from pinsite.images.preview import fast_key

ROOT = Path(__file__).parents[2]
WISH = Wish("moon-moth", (64, 120, 200))


@pytest.fixture
def jobs(tmp_path):
    """Write five pictures and plan them."""
    made = []
    for number in range(5):
        path = tmp_path / f"pin-{number}.jpg"
        noise(300, 200, seed=number).save(path, quality=90)
        made.append(job_for(path))
    return made


def job_for(path, wish=WISH, recipe=None):
    source = probe(path)
    return Job(path, source, plan(source, wish, recipe or Recipe()).variants)


def contents(store):
    return {key: store.read(key) for key in list(store.keys())}


def test_everything_is_made_and_named_in_advance(jobs, store):
    outcomes = encode_all(jobs, store, workers=2)
    assert [outcome.job for outcome in outcomes] == jobs
    assert all(outcome.finished and len(outcome.made) == 6 and not outcome.kept for outcome in outcomes)
    assert set(store.keys()) == {variant.key for job in jobs for variant in job.variants}


def test_same_bytes_whatever_the_threads_the_order_and_the_company(jobs, tmp_path):
    one, many, alone = (Store(tmp_path / name) for name in ("one", "many", "alone"))
    encode_all(jobs, one, workers=1)
    encode_all(reversed(jobs), many, workers=4, megapixels_in_flight=0.01)
    for job in jobs:
        for variant in job.variants:
            encode_all([replace(job, variants=(variant,))], alone, workers=1)
    assert contents(one) == contents(many) == contents(alone)


def test_same_bytes_from_reduced_decoding_in_any_company(tmp_path):
    path = tmp_path / "camera.jpg"
    noise(1999, 1501).save(path, quality=90)
    job = job_for(path, Wish("camera", (90, 200, 333), crop=(1, 1), focal=(0.2, 0.9)))
    assert {variant.scale for variant in job.variants} == {2}
    whole, alone = Store(tmp_path / "whole"), Store(tmp_path / "alone")
    encode_all([job], whole)
    for variant in job.variants:
        encode_one(path, job.source, variant, alone)
    assert contents(whole) == contents(alone)


def test_processes_make_the_same_as_threads(jobs, tmp_path):
    threads, processes = Store(tmp_path / "threads"), Store(tmp_path / "processes")
    encode_all(jobs[:2], threads)
    with ProcessPoolExecutor(1) as pool:
        outcomes = encode_all(jobs[:2], processes, executor=pool)
    assert all(outcome.finished for outcome in outcomes)
    assert contents(threads) == contents(processes)


def test_a_hit_never_opens_the_source(jobs, store):
    encode_all(jobs, store)
    for job in jobs:
        job.path.unlink()
    again = encode_all(jobs, store)
    assert all(outcome.finished and not outcome.made and len(outcome.kept) == 6 for outcome in again)


def test_only_what_is_missing_is_made(jobs, store):
    encode_all(jobs, store)
    lost = jobs[2].variants[3]
    store.path(lost.key).unlink()
    before = contents(store)
    outcomes = encode_all(jobs, store)
    assert [variant for outcome in outcomes for variant in outcome.made] == [lost]
    assert before.items() <= contents(store).items()


def test_same_picture_under_two_names_is_made_once(jobs, tmp_path, store):
    copy = tmp_path / "copy.jpg"
    copy.write_bytes(jobs[0].path.read_bytes())
    first, second = encode_all([jobs[0], job_for(copy)], store)
    assert len(first.made) == 6 and second.finished and len(second.kept) == 6


def test_a_source_on_several_pages_is_decoded_once(jobs, store, monkeypatch):
    decoded, decode = [], rendering._decode
    monkeypatch.setattr(rendering, "_decode", lambda path, *rest: decoded.append(path) or decode(path, *rest))
    path = jobs[0].path
    first, second = encode_all([jobs[0], job_for(path, Wish("card", (64, 90), crop=(1, 1)))], store)
    assert decoded == [path]
    assert first.finished and second.finished
    assert (len(first.made), len(second.made)) == (6, 4)


def test_a_broken_source_is_refused_and_the_rest_goes_on(jobs, tmp_path, store):
    path = tmp_path / "torn.jpg"
    noise(300, 200, seed=99).save(path)
    path.write_bytes(path.read_bytes()[:3000])
    copy = tmp_path / "torn-again.jpg"
    copy.write_bytes(path.read_bytes())
    outcomes = encode_all([*jobs[:2], job_for(path), *jobs[2:], job_for(copy)], store, workers=2)
    refused = [outcome for outcome in outcomes if outcome.refused]
    assert [outcome.job.path for outcome in refused] == [path, copy]
    assert all(outcome.refused.kind is Refusal.BROKEN and not outcome.finished for outcome in refused)
    assert sum(outcome.finished for outcome in outcomes) == 5


def test_a_source_that_changed_after_its_probe_is_refused(jobs, store):
    jobs[1].path.write_bytes(jobs[0].path.read_bytes())
    jobs[2].path.unlink()
    outcomes = encode_all(jobs, store)
    assert [outcome.refused and outcome.refused.kind for outcome in outcomes] == [
        None, Refusal.CHANGED, Refusal.CHANGED, None, None,
    ]  # fmt: skip


def test_progress_counts_images_and_megapixels(jobs, store):
    seen: list[Progress] = []
    encode_all(jobs, store, workers=1, on_progress=seen.append)
    assert (seen[0].images_done, seen[0].megapixels_done) == (0, 0)
    assert [step.images_done for step in seen] == sorted(step.images_done for step in seen)
    assert seen[-1].images_done == seen[-1].images_total == 30
    expected = sum(variant.megapixels for job in jobs for variant in job.variants)
    assert seen[-1].megapixels_done == pytest.approx(expected) == pytest.approx(seen[-1].megapixels_total)


def test_pixels_in_flight_are_bounded(jobs, store):
    """Two pictures of 0.06 megapixels fit into 0.13, three do not; one always may go."""

    class Counting(ThreadPoolExecutor):
        flying, most, lock = 0, 0, threading.Lock()

        def submit(self, function, /, *args, **named):
            with self.lock:
                Counting.flying += 1
                Counting.most = max(self.most, self.flying)
            future = super().submit(function, *args, **named)
            future.add_done_callback(lambda _: self.landed())
            return future

        def landed(self):
            with self.lock:
                Counting.flying -= 1

    for limit, most in ((0.13, 2), (0.001, 1)):
        Counting.most = 0
        with Counting(4) as pool:
            encode_all(jobs, Store(store.root / str(limit)), executor=pool, megapixels_in_flight=limit)
        assert Counting.most == most


def test_stopping_keeps_what_is_finished_and_begins_nothing_new(jobs, store):
    done: list[Progress] = []
    outcomes = encode_all(
        jobs, store, workers=1, on_progress=done.append, stop=lambda: done[-1].images_done >= 6,
        megapixels_in_flight=0.01,
    )  # fmt: skip
    assert [outcome.finished for outcome in outcomes] == [True, False, False, False, False]
    assert all(outcome.refused is None for outcome in outcomes)
    assert all(outcome.finished for outcome in encode_all(jobs, store))


def test_failure_of_the_disk_is_raised(jobs, tmp_path):
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the store would be")
    with pytest.raises(OSError, match="blocked"):
        encode_all(jobs, Store(blocked))


def test_interrupt_in_the_callback_keeps_what_is_finished(jobs, store):
    def interrupt(step):
        if step.images_done >= 12:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        encode_all(jobs, store, workers=1, on_progress=interrupt, megapixels_in_flight=0.01)
    assert {variant.key for job in jobs[:2] for variant in job.variants} <= set(store.keys())
    assert not any("ThreadPool" in each.name for each in threading.enumerate())


def test_ctrl_c_among_the_locks_of_results_stops_no_worker(jobs, store, monkeypatch):
    """Who waits holds a lock of every result for a moment: an exception in there left workers waiting for ever."""
    taking, pressed = _base._AcquireFutures.__enter__, []

    def enter(self):
        taking(self)
        if not pressed:
            pressed.append(signal.raise_signal(signal.SIGINT))

    monkeypatch.setattr(_base._AcquireFutures, "__enter__", enter)
    with pytest.raises(KeyboardInterrupt):
        encode_all(jobs, store, workers=2)
    assert pressed
    assert not any("ThreadPool" in each.name for each in threading.enumerate())


def test_ctrl_c_keeps_what_is_finished(tmp_path):
    """A real signal to a real process: it leaves soon, and the store holds whole entries."""
    noise(900, 900).save(tmp_path / "pin.png")
    pin = (tmp_path / "pin.png").read_bytes()
    for number in range(40):
        (tmp_path / f"{number}.png").write_bytes(pin + bytes([number]))
    script = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from pinsite.images import Job, Recipe, Store, Wish, encode_all, plan, probe
        folder, wish, jobs = Path(sys.argv[1]), Wish("pin", (60, 900)), []
        for path in sorted(folder.glob("*.png")):
            source = probe(path)
            jobs.append(Job(path, source, plan(source, wish, Recipe()).variants))
        show = lambda step: print(step.images_done, flush=True)
        encode_all(jobs, Store(folder / "store"), workers=2, on_progress=show)
        """
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while int(process.stdout.readline()) < 4:
        pass
    process.send_signal(signal.SIGINT)
    began = time.monotonic()
    _, errors = process.communicate(timeout=60)
    assert time.monotonic() - began < 20  # a picture in hand is finished; forty would take far longer
    assert "KeyboardInterrupt" in errors
    kept = contents(Store(tmp_path / "store"))
    assert 4 <= len(kept) < 164
    assert not list((tmp_path / "store").rglob(".part-*"))
    assert all(data[:3] == b"\xff\xd8\xff" or data[4:12] == b"ftypavif" for data in kept.values())


def test_preview_makes_one_picture_and_keeps_it_apart(jobs, store):
    job, variant = jobs[0], jobs[0].variants[0]
    fast = encode_one(job.path, job.source, variant, store, fast=True)
    assert not store.has(variant.key)
    assert store.read(fast_key(variant)) == fast
    good = encode_one(job.path, job.source, variant, store)
    assert store.read(variant.key) == good != fast
    job.path.unlink()
    assert encode_one(job.path, job.source, variant, store, fast=True) == good
