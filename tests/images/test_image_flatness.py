"""Flat artwork is told from photographs, and stays lossless or near it."""

import io

import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops, ImageDraw, ImageFilter
from sample_pictures import noise

from pinsite.images import Recipe, Wish, plan, probe

COLOURS = ["#e8384f", "#2a6fdb", "#f5c518", "#1b998b", "#ffffff", "#222222"]


def drawing(side=600, mode="RGB", ground="#f4efe6"):
    """Draw plain shapes with smooth edges, as a designer exports them."""
    image = Image.new(mode, (side * 3, side * 3), ground)
    draw = ImageDraw.Draw(image)
    for number, colour in enumerate(COLOURS):
        left, top = side * 3 * (number % 3) // 3, side * 3 * (number // 3) // 2
        draw.ellipse((left + 30, top + 30, left + side - 30, top + side), colour, "#222222", 24)
    return image.resize((side, side), Image.Resampling.BOX)


def flat(path):
    return probe(path).flat


@pytest.mark.parametrize("ending", ["png", "gif", "webp"])
def test_drawings_are_flat(tmp_path, ending):
    path = tmp_path / f"art.{ending}"
    drawing().save(path, **({"lossless": True} if ending == "webp" else {}))
    assert flat(path)


def test_transparent_drawings_are_flat(tmp_path):
    path = tmp_path / "art.png"
    drawing(mode="RGBA", ground="#00000000").save(path)
    assert flat(path)


def test_photographs_gradients_and_cut_outs_are_not(tmp_path):
    cut_out = Image.new("RGB", (600, 600), "white")
    cut_out.paste(noise(90, 90), (255, 255))
    gradient = Image.linear_gradient("L").resize((600, 600)).convert("RGB")
    gradient = Image.merge(
        "RGB", (gradient.getchannel(0), gradient.rotate(90).getchannel(0), gradient.getchannel(2))
    )
    pictures = {
        "photo": noise(600, 400),
        "cut-out": cut_out,
        "gradient": gradient,
        "plain": Image.new("RGB", (60, 60)),
    }
    for name, image in pictures.items():
        image.save(tmp_path / f"{name}.png")
        assert not flat(tmp_path / f"{name}.png"), name


def test_a_jpeg_never_is(tmp_path):
    drawing().save(tmp_path / "art.jpg", quality=95)
    assert not flat(tmp_path / "art.jpg")


def test_a_torn_file_is_left_to_the_build_to_tell(tmp_path):
    path = tmp_path / "art.png"
    noise(300, 300).save(path)
    path.write_bytes(path.read_bytes()[:20_000])
    assert not flat(path)


def test_artwork_is_offered_as_webp_and_png(tmp_path):
    path = tmp_path / "art.png"
    drawing().save(path)
    picture = plan(probe(path), Wish("art", (200, 400)), Recipe())
    assert picture.formats == ("webp", "png")
    assert picture.fallback().name.endswith(".png")
    photograph = plan(replace(probe(path), flat=False), Wish("art", (200, 400)), Recipe())
    assert {one.key for one in picture.variants}.isdisjoint(one.key for one in photograph.variants)


def test_it_looks_the_same_and_is_smaller_than_as_a_photograph(tmp_path, encoded):
    path = tmp_path / "art.png"
    drawing().save(path)
    art = encoded(path, artwork=True)
    photograph = encoded(path)
    for data in art.values():
        off = ImageChops.difference(Image.open(io.BytesIO(data)).convert("RGB"), drawing())
        assert max(high for _, high in off.getextrema()) <= 24  # in the smooth edges; the plains are exact
        assert sum(off.convert("L").histogram()[:3]) >= 0.97 * 600 * 600
    assert len(art["png"]) < len(photograph["jpeg"])
    assert len(art["webp"]) < len(art["png"])


def test_alpha_is_kept_in_both(tmp_path, make):
    path = tmp_path / "art.png"
    drawing(mode="RGBA", ground="#00000000").save(path)
    for image in make(path, artwork=True).values():
        shown = image.convert("RGBA")
        assert shown.getpixel((2, 2))[3] == 0
        assert shown.getpixel((100, 150))[3] == 255


def test_more_colours_than_a_palette_holds_are_kept_as_they_are(tmp_path, make):
    """A drawing that was softened has more colours than a palette could hold without bands."""
    path = tmp_path / "art.png"
    soft = drawing().filter(ImageFilter.GaussianBlur(25))
    soft.save(path)
    for image in make(path, artwork=True).values():
        assert ImageChops.difference(image.convert("RGB"), soft).getbbox() is None


def test_rights_and_colour_are_tagged(tmp_path, encoded):
    path = tmp_path / "art.png"
    drawing().save(path)
    made = encoded(
        path, artwork=True, recipe=Recipe(copyright="© Ada", creator="Ada", licence_uri="https://x.example/")
    )
    assert b"sRGB\x01" in made["png"]
    for data in made.values():
        image = Image.open(io.BytesIO(data))
        assert b"https://x.example/" in (
            image.info["xmp"] if isinstance(image.info["xmp"], bytes) else image.info["xmp"].encode()
        )
    assert Image.open(io.BytesIO(made["webp"])).info["icc_profile"]
