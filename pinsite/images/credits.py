"""Write who made a picture and on what terms: XMP for every format, EXIF for JPEG.

Nothing of the source's own metadata, which may hold a place, a date or a device, is carried over.
"""

from xml.sax.saxutils import escape, quoteattr

from PIL import ExifTags, Image

from pinsite.images.recipe import Recipe

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
}


def credited(recipe: Recipe) -> tuple[str, str, str, str]:
    """Return the texts that are written into a picture, for its address."""
    return (recipe.copyright, recipe.creator, recipe.credit, recipe.licence_uri)


def xmp(recipe: Recipe) -> bytes:
    """Return the XMP packet, or nothing when there is nothing to say."""
    if not any(credited(recipe)):
        return b""
    spaces = "".join(f" xmlns:{prefix}={quoteattr(uri)}" for prefix, uri in _NAMESPACES.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about=""{spaces}{_attributes(recipe)}>{_elements(recipe)}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()


def _attributes(recipe: Recipe) -> str:
    written = {
        "photoshop:Credit": recipe.credit,
        "xmpRights:WebStatement": recipe.licence_uri,
        "xmpRights:Marked": "True" if recipe.copyright else "",
    }
    return "".join(f" {name}={quoteattr(text)}" for name, text in written.items() if text)


def _elements(recipe: Recipe) -> str:
    written = {
        ("dc:rights", "rdf:Alt", ' xml:lang="x-default"'): recipe.copyright,
        ("dc:creator", "rdf:Seq", ""): recipe.creator,
    }
    return "".join(
        f"<{name}><{container}><rdf:li{language}>{escape(text)}</rdf:li></{container}></{name}>"
        for (name, container, language), text in written.items()
        if text
    )


def exif(recipe: Recipe) -> bytes:
    """Return an EXIF block with copyright and artist, or nothing.

    The field is ASCII by its standard; UTF-8 is what programs read and write there, so the sign © survives.
    """
    block = Image.Exif()
    texts = {ExifTags.Base.Artist: recipe.creator, ExifTags.Base.Copyright: recipe.copyright}
    for tag, text in texts.items():
        if text:
            block[tag] = text.encode()
    return block.tobytes() if len(block) else b""
