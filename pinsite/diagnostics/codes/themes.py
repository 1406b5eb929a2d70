"""THM: themes, their options and templates."""

from pinsite.diagnostics.codes.family import codes_of

CODES = codes_of("""
THM001 error the theme cannot be read
`theme.yaml` of the theme is missing or not understood. The theme guide lists its keys.

THM002 error themes go round in a circle
A theme names, through its parents, itself as its parent.

THM003 error unknown option of the theme
The theme does not declare this option, which the settings set or `social` of a theme names. `pinsite theme list` shows
what each theme offers.

THM004 error a value that the option does not take
The theme declares a type for each option: a colour, a choice of words, a flag, a number, a length or a text.

THM005 error the template has a mistake
The template named cannot be compiled, or failed while it made a page. The place is the line of the template.

THM006 error a template that does not exist
A template extends, includes or imports another that neither the site, the theme nor its parents have.

THM007 warning a template that overrides nothing
A file in a folder of templates has a name that no theme uses and that no template refers to, so nothing would ever
show it. The same is said of a block that the extended templates do not have, and of text outside of every block of a
template that extends another: it is never shown.

THM008 warning colours that cannot be read
Text on its ground needs a contrast of 4.5 (WCAG 2.2, 1.4.3). The tokens `--ink`, `--ink-soft`, `--accent`,
`--on-accent`, `--paper` and `--paper-raised` are looked at as the theme's options, its styles and `templates/site.css`
leave them, by day and by night.

THM009 warning a file of the theme that nothing reads
A style or script that `theme.yaml` does not name, a language without its texts, a folder whose name means nothing.

THM010 warning styles with a brace too many or too few
A brace in a style file has no partner. Browsers would read on to the next one, in another file of the theme.

THM011 error a link that leads out of the theme
Files of a theme are files in its folder. A link to a file elsewhere could publish what was never meant to be.

THM012 warning what an override was made from has changed
A template or block was copied or replaced, and what it stands in for was changed since, by a newer pinsite or a newer
version of the theme. `pinsite theme diff` shows the change; `pinsite theme diff --accept` says that it was looked at.

THM013 error a template that asks for too much
A page's templates went through too many steps or made too long a text. Templates are kept to limits, so that one that a
stranger wrote, or a loop that never ends, cannot bring the machine down.
""")
