"""REF: names of other records, files and addresses."""

from pinsite.diagnostics.codes.family import codes_of

CODES = codes_of("""
REF001 error no such record
A pin, series, story or page that does not exist is named. The nearest id is suggested.

REF002 warning a link to something that is not published
The record exists but is a draft, is not published yet, or has expired. The link becomes plain text until it is.

REF003 error the file name is not an id
The name of a record's file or folder is its permanent id: lower-case words joined by `-`. Rename the file.

REF004 error two files for one record
`pins/x.yaml` and `pins/x/pin.yaml` both claim the id. Keep one.

REF005 error two pages at one address
Two records, or a record and a section of the site, would be written to the same place. Change one `slug`.

REF006 error an alias that is taken
An old address cannot lead somewhere else while a page stands there. Remove the alias or change the slug.

REF007 error the file does not exist
An image is looked up beside the record first, then in `images/`. Upper and lower case, and the two ways in which
computers write `ä`, make no difference while only one file can be meant. The nearest file name is suggested.

REF008 error the path leaves the catalogue
A path may not be absolute, climb with `..`, or lead out of the catalogue through a link.

REF009 warning a file that nothing reads
Something lies in a folder of records that pinsite does not read: a file of another kind, or a folder without its
`pin.yaml`. Move it, or rename it.

REF010 warning a series without a file
The series has no file of its own, while one with a similar name does. Perhaps the name is misspelt.

REF011 error unknown directive
A line of its own may be `{pin: id}`, `{series: id}` or `{edition: id}`; this one names something else.

REF012 error a pin without an edition
`{edition: id}` sets a counter; the pin it names has no edition.

REF013 warning a picture from another host
Pages of the site ask nobody else for anything. Put the picture beside the text; until then it becomes a link.

REF014 warning markup that was taken out
The text held a script, an event handler, a style, a frame, an element that is unknown or an address that no page may
hold. It is left out, and the words around it stay. To show it as text, set it in backticks; `<` alone is `&lt;`.
""")
