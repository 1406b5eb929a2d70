"""SET: the settings of the site."""

from pinsite.diagnostics.codes.family import codes_of

CODES = codes_of("""
SET001 error unknown theme
The theme is neither bundled nor a folder in `themes/` of the catalogue.

SET002 error unknown entry of the menu
An entry is a section (`pins`, `series`, `stories`, `editions`, `search`), the id of a page, or `{label:, url:}`.

SET003 error unknown vocabulary
`vocabularies` extends the built-in ones: technique, base_metal, plating, effects, construction, attachment, status,
role, stage.

SET004 error unknown time zone
Use a name of the time zone database, such as `Europe/Berlin`.

SET005 error grades named twice
Each grade of the scale has a code of its own.

SET006 error not a currency
Use the three letters of ISO 4217, such as `EUR`.

SET007 error languages do not agree
`languages` must hold the main `language`, and each language once.
""")
