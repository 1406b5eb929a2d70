"""PIN: what a record says of itself, field by field."""

from pinsite.diagnostics.codes.family import codes_of

CODES = codes_of("""
PIN001 error a required key is missing
A pin, a story, a page and a site need a `title`; some smaller records need a key of their own. Add it.

PIN010 error a value has the wrong shape
A text, a list (`[a, b]` or lines that begin with `- `) or a map (`key: value`) stands where another was expected.

PIN012 error unknown key
Nothing that you wrote is ignored in silence, so a key that pinsite does not know is an error; the nearest known key
is suggested. For something of your own, begin the key with `x_`: it reaches the templates untouched.

PIN013 error unknown term
The word is in neither the built-in vocabulary nor the site's own. Choose a suggested one, or add yours to
`vocabularies` in `pinsite.yaml`:

    vocabularies: {plating: {unicorn: {en: Unicorn metal}}}

PIN014 error not one of the possible values
The field takes one of a few words; the help names them.

PIN020 error not a size
Write width x height, and thickness if you like, with a unit: `38 x 31.5 mm`, `1.5 x 1.24 in`, `38 x 31.5 x 1.8 mm`.
A single number (`38 mm`) is taken as the longest side.

PIN021 error not a weight
Write a number and a unit: `9 g`, `0.3 oz`.

PIN022 error not a price
Write an amount and a currency: `14.00 EUR`. Set `currency` in `pinsite.yaml` to leave the currency out.

PIN023 error not a date
Write a year, a month or a day: `2025`, `2025-10`, `2025-10-01`. The day must exist.

PIN024 error not a moment
Write a day and a time with its offset: `2025-10-01T18:00+02:00`. A day alone begins at midnight.

PIN025 error not a colour
Write six hexadecimal digits in quotes: `"#7a2426"`. Without quotes YAML takes `#` for a comment.

PIN026 error not a web address
It begins with `https://` and holds no spaces.

PIN027 error not a number
Write digits, without words or units.

PIN028 error neither yes nor no
Write `true` or `false`.

PIN030 error not a language of the site
A text in several languages is a map of language tags. Each must be among `languages` in `pinsite.yaml`.

PIN031 error not a rights statement
Use a licence code (`CC-BY-NC-4.0`, `CC0-1.0`, `PDM`), a statement of RightsStatements.org (`InC`, or its words), or
the address of a statement.

PIN032 error not an id or address
Ids and addresses are lower-case words joined by `-`, like `moon-moth`. An id is permanent: rename with `slug`.

PIN033 error an id that stands twice
Variants and runs are known by their ids, in the ledger and in addresses. Give each one of its own.

PIN036 error an empty text
The key has a text with nothing in it. Write something, or leave the key out.

PIN101 warning no picture
The pin builds with a placeholder. Add `images:` with at least a front.

PIN102 warning no alt text
Say in one sentence what is seen: shape, colours, lettering. People who do not see the picture, and search engines,
have only this. A picture that says nothing the text does not can be `decorative: true`.

PIN103 warning no width and height
Collectors ask first how big a pin is, and trade by it. Write both sides: `size: 38 x 31.5 mm`.

PIN104 warning no attachment
Say what holds the pin: `attachment: {type: rubber-clutch, posts: 2}`.

PIN105 warning no maker
Neither the pin has a `designer` nor the site an `author`.

PIN106 warning no edition
Say how many there will be: `edition: {type: limited, size: 100}`, or `edition: open`.

PIN107 warning no picture of the back
The back tells posts, stamp and run; it is how collectors know a genuine pin. Add a picture with `role: back`.

PIN108 warning the status contradicts the edition
The written `status` says one thing and the edition another. Leave `status` out: it follows from the edition.

PIN109 warning the alt text says nothing
The alt text is the title or the file's name. Say what is seen.
""")
