"""Pictures are made by a real Dask cluster: a scheduler and two workers in processes of their own."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from sample_pictures import noise

from pinsite.images import Depot, Job, Recipe, Refusal, Store, Wish, encode_all, plan, probe
from pinsite.images.cluster import ClusterFailed, crew_at, scheduler_of

WISH = Wish("moon-moth", (64, 200, 320))


def free_port():
    with socket.socket() as probe_socket:
        probe_socket.bind(("127.0.0.1", 0))
        return probe_socket.getsockname()[1]


def begin(stack, *command):
    """Start a part of the cluster; it finds the functions of this file, and a task may outlive one worker."""
    process = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli." + command[0], *command[1:]],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ
        | {
            "PYTHONPATH": str(Path(__file__).parent),
            "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1",
        },
    )
    stack.callback(process.wait)
    stack.callback(process.kill)
    return process


@contextmanager
def started():
    """Start a scheduler and two workers; give its address and the two processes."""
    with ExitStack() as stack:
        address = f"127.0.0.1:{free_port()}"
        host, _, port = address.partition(":")
        begin(stack, "dask_scheduler", "--host", host, "--port", port, "--no-dashboard")
        workers = [
            begin(stack, "dask_worker", f"tcp://{address}", "--no-nanny", "--nthreads", "1", "--no-dashboard")
            for _ in range(2)
        ]
        from distributed import Client

        with Client(f"tcp://{address}", timeout=30, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
        yield f"dask://{address}", workers


@pytest.fixture(scope="module")
def cluster():
    with started() as (address, _):
        yield address


@pytest.fixture
def doomed():
    """Give a cluster that does not survive its test."""
    with started() as found:
        yield found


def jobs_in(folder, count, side=400):
    folder.mkdir(exist_ok=True)
    jobs = []
    for number in range(count):
        path = folder / f"pin-{number}.jpg"
        noise(side, side, seed=number).save(path, quality=90)
        source = probe(path)
        jobs.append(Job(path, source, plan(source, WISH, Recipe()).variants))
    return jobs


def contents(store):
    return {key: store.read(key) for key in list(store.keys())}


def test_the_cluster_makes_what_this_machine_would_and_a_death_costs_only_its_task(doomed, tmp_path):
    """One of the two workers is killed while it works; everything is made, with the same bytes as here."""
    address, workers = doomed
    jobs = jobs_in(tmp_path / "pins", 12, side=900)
    torn = tmp_path / "pins" / "pin-3.jpg"
    torn.write_bytes(torn.read_bytes()[:9000])
    source = probe(torn)
    jobs[3] = Job(torn, source, plan(source, WISH, Recipe()).variants)
    far, here = Store(tmp_path / "far"), Store(tmp_path / "here")

    def kill_one(step):
        if step.images_done >= 12 and workers[0].poll() is None:
            os.kill(workers[0].pid, signal.SIGKILL)
            workers[0].wait()

    with crew_at(address) as crew:
        assert crew.workers == 2
        outcomes = encode_all(jobs, far, crew=crew, on_progress=kill_one)
    assert workers[0].returncode == -signal.SIGKILL and workers[1].poll() is None
    assert [number for number, outcome in enumerate(outcomes) if not outcome.finished] == [3]
    assert outcomes[3].refused.kind is Refusal.BROKEN
    encode_all(jobs, here)
    assert contents(far) == contents(here)


def test_sources_and_results_go_through_a_shared_store(cluster, tmp_path):
    jobs = jobs_in(tmp_path / "pins", 3)
    depot, store, here = Depot(str(tmp_path / "depot")), Store(tmp_path / "far"), Store(tmp_path / "here")
    with crew_at(cluster) as crew:
        outcomes = encode_all(jobs, store, crew=crew, depot=depot)
        assert all(outcome.finished and len(outcome.made) == 6 for outcome in outcomes)
        encode_all(jobs, here)
        assert contents(store) == contents(here)
        other = Store(tmp_path / "other")
        again = encode_all(jobs, other, crew=crew, depot=depot)
    assert all(outcome.finished and not outcome.made for outcome in again)
    assert contents(other) == contents(here)


def test_a_picture_that_kills_every_worker_is_named(doomed, tmp_path, monkeypatch):
    address, workers = doomed
    jobs = jobs_in(tmp_path / "pins", 1)
    monkeypatch.setattr("pinsite.images.hands.make_by_value", die)
    with crew_at(address) as crew:
        (outcome,) = encode_all(jobs, Store(tmp_path / "far"), crew=crew)
    assert outcome.refused.kind is Refusal.LOST and not outcome.finished
    assert [worker.wait() for worker in workers] == [9, 9]


def die(*_):
    os._exit(9)


def test_a_worker_with_other_libraries_is_told(cluster, tmp_path, monkeypatch):
    jobs = jobs_in(tmp_path / "pins", 1)
    monkeypatch.setattr("pinsite.images.hands.versions_of", lambda task: "pillow 0.1")
    with pytest.raises(ClusterFailed, match="the same libraries"), crew_at(cluster) as crew:
        encode_all(jobs, Store(tmp_path / "far"), crew=crew)


def test_nobody_there(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("pinsite.images.cluster._REACH_SECONDS", 1)
    began = time.monotonic()
    with pytest.raises(ClusterFailed, match="no cluster answers"), crew_at(f"dask://127.0.0.1:{free_port()}"):
        pass
    assert time.monotonic() - began < 30


@pytest.mark.parametrize(
    ("address", "scheduler"),
    [
        ("dask://10.0.0.1:8786", "tcp://10.0.0.1:8786"),
        ("dask+tls://farm.example:8786", "tls://farm.example:8786"),
        ("dask://farm.example", None),
        ("dask://farm.example:many", None),
        ("ray://farm.example:8786", None),
        ("farm.example:8786", None),
    ],
)
def test_addresses(address, scheduler):
    assert scheduler_of(address) == scheduler
