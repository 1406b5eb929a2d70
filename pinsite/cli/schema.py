"""`pinsite schema`: the JSON Schema of a record, for editors."""

from __future__ import annotations

import json

import click


@click.command("schema")
@click.argument("record", type=click.Choice(["pin", "site", "story", "series"]), default="pin")
def command(record: str) -> int:
    """Print the JSON Schema of a pin, the site's settings, a story or page, or a series.

    Editors complete keys and mark mistakes with it. In an editor that knows the YAML language server, save it as
    `pin.schema.json` and begin a pin with `# yaml-language-server: $schema=../pin.schema.json`.
    """
    from pinsite.catalogue import json_schema

    click.echo(json.dumps(json_schema(record), ensure_ascii=False, indent=2))
    return 0
