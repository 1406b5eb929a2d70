"""THM: themes, their options and templates."""

from pinsite.diagnostics.codes.family import codes_of

CODES = codes_of("""
THM001 error the theme cannot be read
`theme.yaml` of the theme is missing or not understood.

THM002 error themes go round in a circle
A theme names, through its parents, itself as its parent.

THM003 error unknown option of the theme
The theme does not declare this option. `pinsite theme list` shows what each theme offers.

THM004 error a value that the option does not take
The theme declares a type for each option: a colour, a choice of words, a flag, a number, a length or a text.

THM005 error the template has a mistake
The template named cannot be compiled, or failed while it made a page. The place is the line of the template.

THM006 error a template that does not exist
A template extends, includes or imports another that neither the site, the theme nor its parents have.

THM007 warning a template that overrides nothing
A file in `templates/` has a name that no theme uses, so nothing would ever show it.
""")
