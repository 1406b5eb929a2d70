"""LED: rows of the ledger that cannot be read."""

from pinsite.diagnostics.codes.family import codes_of

CODES = codes_of("""
LED001 error the ledger's header is wrong
The first line of `ledger.csv` names the columns:
`date,pin,variant,event,from,quantity,copies,grade,channel,ref,note`. Of these `date`, `pin` and `event` are
required. A column of your own begins with `x_`.

LED002 error a row has too many or too few cells
Each row has as many commas as the header. A cell that holds a comma stands in quotes: `"a, b"`.

LED003 error a quote does not end
A cell opens a quote that is never closed, so that everything below would be part of it.

LED004 error not a date
A day that exists, as `2026-11-22`.

LED005 error a date in the future
The ledger tells what has happened; a date more than a day ahead is a slip of the pen.

LED006 error unknown pin
The cell holds the id of a pin: the name of its file or folder.

LED007 error unknown variant
The cell holds the id of one of the pin's `variants`, or nothing.

LED008 error unknown event
One of received, reserved, committed, held, consigned, released, sold, gifted, traded, lost, damaged, returned.

LED009 error unknown place
`from` names the place that copies leave: available, reserved, committed, held, consigned, sold, gifted or traded.
Left empty, it is the usual one of the event.

LED010 error not a quantity
A whole number from 1. Copies that come back are `returned`, not negative.

LED011 error not a list of copies
Numbers and ranges joined by `;`, as `3;7;12-15`; proofs with their series, as `AP2`.

LED012 error unknown grade
A code of the site's own scale (`grades` in `pinsite.yaml`).

LED013 error the same row twice
`channel` and `ref` name a row of a shop; the same pair twice is the same sale counted twice.
""")

#: The code of each problem that reading can find.
LEDGER_CODES = {
    "ledger-header": "LED001",
    "ledger-cells": "LED002",
    "ledger-quote": "LED003",
    "ledger-date": "LED004",
    "ledger-future": "LED005",
    "ledger-pin": "LED006",
    "ledger-variant": "LED007",
    "ledger-event": "LED008",
    "ledger-from": "LED009",
    "ledger-quantity": "LED010",
    "ledger-copies": "LED011",
    "ledger-grade": "LED012",
    "ledger-duplicate": "LED013",
}
