"""Write who made a picture and on what terms: XMP for every format, EXIF for JPEG.

Nothing of the source's own metadata, which may hold a place, a date or a device, is carried over.
"""

import re

from PIL import ExifTags, Image

from pinsite.images.recipe import Recipe

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
}
_PUBLIC_DOMAIN = "creativecommons.org/publicdomain/"
_NO_COPYRIGHT = re.compile(r"rightsstatements\.org/vocab/(NoC-|NKC)")


def credited(recipe: Recipe) -> tuple[str, str, str, str]:
    """Return the texts that are written into a picture, for its address."""
    return (_copyright(recipe), recipe.creator, recipe.credit, recipe.licence_uri)


def _copyright(recipe: Recipe) -> str:
    """Return the note of copyright; what is free of it, by its own terms, has none."""
    return (
        ""
        if _PUBLIC_DOMAIN in recipe.licence_uri or _NO_COPYRIGHT.search(recipe.licence_uri)
        else recipe.copyright
    )


def xmp(recipe: Recipe) -> bytes:
    """Return the XMP packet, or nothing when there is nothing to say."""
    if not any(credited(recipe)):
        return b""
    # With it comes what speaks to the network: 70 ms of each start, of which only coders need this.
    from xml.sax.saxutils import quoteattr

    spaces = "".join(f" xmlns:{prefix}={quoteattr(uri)}" for prefix, uri in _NAMESPACES.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about=""{spaces}{_attributes(recipe)}>{_elements(recipe)}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()


def _attributes(recipe: Recipe) -> str:
    from xml.sax.saxutils import quoteattr

    written = {
        "photoshop:Credit": recipe.credit,
        "xmpRights:WebStatement": recipe.licence_uri,
        "xmpRights:Marked": "True" if _copyright(recipe) else _unmarked(recipe),
    }
    return "".join(f" {name}={quoteattr(text)}" for name, text in written.items() if text)


def _unmarked(recipe: Recipe) -> str:
    """Say that a picture is in the public domain, where its terms do; else nothing is said."""
    return "False" if _PUBLIC_DOMAIN in recipe.licence_uri else ""


def _elements(recipe: Recipe) -> str:
    from xml.sax.saxutils import escape

    written = {
        ("dc:rights", "rdf:Alt", ' xml:lang="x-default"'): _copyright(recipe),
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
    texts = {ExifTags.Base.Artist: recipe.creator, ExifTags.Base.Copyright: _copyright(recipe)}
    for tag, text in texts.items():
        if text:
            block[tag] = text.encode()
    return block.tobytes() if len(block) else b""
