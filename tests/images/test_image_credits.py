"""What a camera wrote is gone, what the artist wants said is there, in both formats."""

import io
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace
from PIL import Image
from sample_pictures import quadrants

from pinsite.images import Recipe

RECIPE = Recipe(
    copyright="© 2025 Ada Example & Sons <all rights>",
    creator="Ada “Pins” Example 月",
    credit="Museum of Small Things",
    licence_uri="https://creativecommons.org/licenses/by-nc/4.0/?a=1&b=2",
)
NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "rights": "http://ns.adobe.com/xap/1.0/rights/",
}


@pytest.fixture
def photograph(tmp_path):
    """Write a picture as a phone does: device, place, comment, XMP of an editor."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "PhoneMaker", "Model X"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (51.0, 28.0, 40.68)
    exif.get_ifd(0x8769)[0x9003] = "2025:06:01 10:00:00"
    path = tmp_path / "phone.jpg"
    edited = b"<x:xmpmeta>EditorHistory</x:xmpmeta>"
    quadrants().save(path, exif=exif, comment=b"SecretComment", xmp=edited, dpi=(300, 300))
    written = path.read_bytes()
    assert b"PhoneMaker" in written and b"SecretComment" in written and b"EditorHistory" in written
    assert Image.open(path).getexif().get_ifd(0x8825)
    return path


@pytest.mark.parametrize("recipe", [Recipe(), RECIPE], ids=["silent", "credited"])
def test_nothing_of_the_source_is_told(photograph, encoded, recipe):
    for data in encoded(photograph, recipe=recipe).values():
        for secret in (b"PhoneMaker", b"Model X", b"SecretComment", b"EditorHistory", b"2025:06:01"):
            assert secret not in data
        image = Image.open(io.BytesIO(data))
        assert not image.getexif().get_ifd(0x8825)
        assert "comment" not in image.info


def test_rights_are_written_as_xmp_in_both_formats(photograph, make):
    for image in make(photograph, recipe=RECIPE).values():
        tree = ElementTree.fromstring(image.info["xmp"].decode().split("?>", 1)[1].rsplit("<?xpacket", 1)[0])
        description = tree.find(".//rdf:Description", NAMES)
        assert tree.findtext(".//dc:rights/rdf:Alt/rdf:li", namespaces=NAMES) == RECIPE.copyright
        assert tree.findtext(".//dc:creator/rdf:Seq/rdf:li", namespaces=NAMES) == RECIPE.creator
        assert description.get(f"{{{NAMES['photoshop']}}}Credit") == RECIPE.credit
        assert description.get(f"{{{NAMES['rights']}}}WebStatement") == RECIPE.licence_uri
        assert description.get(f"{{{NAMES['rights']}}}Marked") == "True"


def test_rights_are_written_as_exif_in_jpeg(photograph, encoded):
    data = encoded(photograph, recipe=RECIPE)["jpeg"]
    assert set(Image.open(io.BytesIO(data)).getexif()) == {0x013B, 0x8298}
    assert RECIPE.copyright.encode() in data.split(b"http://ns.adobe.com")[0]


def test_nothing_to_say_adds_nothing(photograph, make):
    for image in make(photograph).values():
        assert "xmp" not in image.info and "exif" not in image.info


@pytest.mark.parametrize(
    ("terms", "marked"),
    [
        ("http://creativecommons.org/publicdomain/mark/1.0/", "False"),
        ("http://creativecommons.org/publicdomain/zero/1.0/", "False"),
        ("http://rightsstatements.org/vocab/NoC-US/1.0/", None),
    ],
)
def test_no_copyright_is_claimed_in_what_is_free_of_it(photograph, make, terms, marked):
    """A museum's name stands in its pictures of old pins as their maker's and credit, never with a ©."""
    for image in make(photograph, recipe=replace(RECIPE, licence_uri=terms)).values():
        told = image.info["xmp"].decode()
        assert "dc:rights" not in told and "©" not in told and terms in told
        assert (f'xmpRights:Marked="{marked}"' in told) is bool(marked) and 'Marked="True"' not in told
        assert 0x8298 not in image.getexif()
