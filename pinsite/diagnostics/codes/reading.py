"""YML: a file that cannot be read as YAML text."""

from pinsite.diagnostics.codes.family import codes_of

CODES = codes_of("""
YML001 error the file is not UTF-8
Every text file of a catalogue is UTF-8. The line named holds the first byte that is not. Open the file in a text
editor and save it with the encoding "UTF-8".

YML002 error the YAML cannot be read
The file breaks a rule of YAML at the place shown, often a line above. The usual causes:

- a text that holds `: ` or begins with `*`, `&`, `@`, `%`, `#` or `[` and is not in quotes: write `"Moths: a study"`;
- a tab at the beginning of a line: YAML wants spaces;
- a quote that is opened and not closed;
- a line that is indented more or less than its neighbours.

YML003 error the same key stands twice
A map can hold a key once; of two, one would be ignored in silence. The message names both lines. Keep one of them,
or make it a list where the field takes several values.

YML004 error too many aliases
Anchors (`&name`) and aliases (`*name`) work, but a file that unfolds to more than 50,000 values, is nested deeper
than 40 levels, or refers to itself is refused.

YML005 warning a control character in the text
The text holds a character that cannot be seen and that no page may hold. It came, as a rule, from copying out of a
word processor; the message names the Windows-1252 character that was probably meant. It is left out of the site.

YML006 error a tag has no meaning here
A YAML tag such as `!!python/object` or `!mine` was found. A catalogue is plain text: remove it.

YML007 error the file does not hold a map of keys
A record is written as `key: value` lines, beginning with `title:`. This file holds something else, or nothing.

YML008 error the front matter does not end
A story or page begins with a line `---`, its keys, and another line `---`; the second one is missing.
""")
