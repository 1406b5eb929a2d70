"""IMG: pictures that cannot be used."""

from pinsite.diagnostics.codes.family import codes_of

CODES = codes_of("""
IMG001 error not a picture that can be read
The file is no JPEG, PNG, WebP, AVIF, TIFF or GIF, whatever its name says, or its head is damaged. Export it again.

IMG002 error too many megapixels
The picture is larger than `images: {max_megapixels: …}` allows. Export it smaller, or raise the limit.

IMG003 error a moving picture
Animated pictures are not shown. Export one frame as JPEG or PNG.

IMG004 error a damaged picture
The head of the file is right, the rest is cut off or broken. Copy or export it again.

IMG005 error a drawing file
SVG can hold scripts and reach for other files. Export the drawing as PNG, at 2000 px or more.

IMG006 warning a shared store that is not used
`images: {store: …}` names a place where machines share made pictures, and it cannot be used now. The pictures are made
here; nothing is missing from the site. An address needs `pip install 'pinsite[shared]'` and the library for its kind
(`s3fs` for `s3://`). Passwords and keys belong into the environment, never into the settings.

IMG007 error a picture that workers did not survive
Each worker of the cluster that tried this picture died, mostly for want of memory. Make the picture smaller, give the
workers more memory, or build without `--executor`.

IMG008 error a HEIC photograph, and no decoder for it
Phones save photographs as HEIC. The decoder is an extra: `pip install "pinsite[heic]"`. Or save the picture as JPEG; on
an iPhone, Settings, Camera, Formats, "Most Compatible" does so from now on.

IMG009 error a picture in HDR
Its brightness (PQ or HLG) is meant for HDR screens, and on any other it would be grey. Export it as SDR, in sRGB or
Display P3; on cameras, switch off HDR PQ or HLG.

IMG010 warning colours that are a guess
The picture is in CMYK and does not say of which press, or its colour profile is damaged. It is shown as a screen would
show it, which is often too bright. Export it in sRGB, or with its profile.
""")
