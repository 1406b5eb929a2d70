"""Pictures are drawn by the tests and written by Pillow; nothing is mocked."""

import io

import pytest
from msgspec.structs import replace
from PIL import Image

from pinsite.images import Job, Limits, Recipe, Store, Wish, encode_all, plan, probe


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "store")


@pytest.fixture
def encoded(store):
    """Return a function that takes a file through the pipeline: bytes of the widest variants by format.

    Test pictures of a few colours are taken for photographs, unless `artwork` says what they are.
    """

    def through(path, *, widths=(4000,), recipe=None, crop=None, focal=None, artwork=False):
        source = replace(probe(path, Limits()), flat=artwork)
        picture = plan(source, Wish(path.stem, widths, crop=crop, focal=focal), recipe or Recipe())
        (outcome,) = encode_all([Job(path, source, picture.variants)], store, workers=1)
        if outcome.refused is not None:
            raise outcome.refused
        assert outcome.finished
        return {name: store.read(picture.of(name)[-1].key) for name in picture.formats}

    return through


@pytest.fixture
def make(encoded):
    """Return a function that opens what came out of the pipeline, by format."""

    def through(path, **wishes):
        return {name: Image.open(io.BytesIO(data)) for name, data in encoded(path, **wishes).items()}

    return through
