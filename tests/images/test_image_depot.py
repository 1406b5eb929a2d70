"""Several machines share what was made: through a folder, and through an object store over its real protocol."""

import os
from concurrent.futures import ThreadPoolExecutor

import pytest
from sample_pictures import noise

from pinsite.images import Depot, Job, Recipe, Store, Wish, encode_all, names_secret, plan, probe
from pinsite.images.depot import DepotFailed

WISH = Wish("moon-moth", (64, 120))
KEY = f"{0xABC:040x}"


@pytest.fixture(scope="module")
def bucket():
    """Serve an object store on loopback; give the address of a bucket in it."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    names = {
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1",
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, value in names.items():
            patch.setenv(name, value)
        import s3fs

        s3fs.S3FileSystem().mkdir("pins")
        yield "s3://pins/made"
        s3fs.S3FileSystem.clear_instance_cache()
    server.stop()


@pytest.fixture(params=["folder", "memory", "bucket"])
def depot(request, tmp_path):
    """Give a depot of each kind."""
    match request.param:
        case "folder":
            return Depot(str(tmp_path / "depot"))
        case "memory":
            return Depot(f"memory://{tmp_path.name}")
        case _:
            return Depot(f"{request.getfixturevalue('bucket')}/{tmp_path.name}")


@pytest.fixture
def jobs(tmp_path):
    made = []
    for number in range(4):
        path = tmp_path / f"pin-{number}.png"
        noise(150, 150, seed=number).save(path)
        source = probe(path)
        made.append(Job(path, source, plan(source, WISH, Recipe()).variants))
    return made


def test_what_one_machine_made_another_takes(depot, jobs, tmp_path):
    one, two = Store(tmp_path / "one"), Store(tmp_path / "two")
    first = encode_all(jobs, one, depot=depot)
    assert sum(len(outcome.made) for outcome in first) == 16
    for job in jobs:
        job.path.unlink()
    second = encode_all(jobs, two, depot=depot)
    assert all(outcome.finished and not outcome.made and len(outcome.kept) == 4 for outcome in second)
    assert {key: one.read(key) for key in one.keys()} == {key: two.read(key) for key in two.keys()}  # noqa: SIM118


def test_an_entry_is_whole_and_the_one_asked_for_or_absent(depot):
    assert depot.fetch(KEY) is None
    depot.offer(KEY, b"picture")
    assert depot.fetch(KEY) == b"picture"
    other = f"{0xDEF:040x}"
    for broken in (b"", b"p", b"picture" * 9):
        _write_raw(depot, other, broken)
        assert depot.fetch(other) is None
    _write_raw(depot, other, _read_raw(depot, KEY))
    assert depot.fetch(other) is None
    depot.offer(other, b"mended")
    assert depot.fetch(other) == b"mended"


def _write_raw(depot, key, content):
    if "://" in depot.location:
        import fsspec

        files, root = fsspec.core.url_to_fs(depot.location)
        files.pipe_file(f"{root}/{key[:2]}/{key[2:]}", content)
    else:
        Store(_path(depot)).put(key, content)


def _read_raw(depot, key):
    if "://" in depot.location:
        import fsspec

        files, root = fsspec.core.url_to_fs(depot.location)
        return files.cat_file(f"{root}/{key[:2]}/{key[2:]}")
    return Store(_path(depot)).read(key)


def _path(depot):
    from pathlib import Path

    return Path(depot.location)


def test_a_depot_that_fails_is_told_once_and_costs_no_picture(jobs, tmp_path, monkeypatch):
    tried, said = [], []

    def fail(self, key, *_):
        tried.append(key)
        raise DepotFailed("it is down")

    monkeypatch.setattr(Depot, "fetch", fail)
    monkeypatch.setattr(Depot, "offer", fail)
    store = Store(tmp_path / "store")
    outcomes = encode_all(jobs, store, depot=Depot("s3://nowhere"), on_trouble=said.append)
    assert all(outcome.finished for outcome in outcomes)
    assert said == ["it is down"]
    assert len(tried) <= 16  # those begun before the first had failed


def test_a_bucket_that_is_not_there(bucket, jobs, tmp_path):
    said = []
    outcomes = encode_all(
        jobs[:1], Store(tmp_path / "store"), depot=Depot("s3://no-such-bucket/x"), on_trouble=said.append
    )
    assert outcomes[0].finished
    assert len(said) == 1 and "no-such-bucket" in said[0]


@pytest.mark.parametrize("location", ["weird://place", "not-a-library://x"])
def test_an_address_that_nothing_knows(location):
    with pytest.raises(DepotFailed, match=location):
        Depot(location).fetch(KEY)


def test_a_library_that_is_missing_is_named(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(DepotFailed, match=r"pinsite\[shared\]"):
        Depot("s3://elsewhere/pins").fetch(KEY)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(tmp_path):
    (tmp_path / "shut").mkdir(mode=0o500)
    with pytest.raises(DepotFailed):
        Depot(str(tmp_path / "shut" / "depot")).offer(KEY, b"picture")


def test_many_hands_write_the_same_entry(depot):
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: depot.offer(KEY, b"the same"), range(16)))
    assert depot.fetch(KEY) == b"the same"


@pytest.mark.parametrize(
    ("location", "secret"),
    [
        ("s3://bucket/pins", False),
        ("s3://key:secret@bucket/pins", True),
        ("sftp://ada@example.org/pins", True),
        ("/srv/pins@home", False),
        ("s3://bucket/pins@2", False),
    ],
)
def test_secrets_in_an_address(location, secret):
    assert names_secret(location) is secret
