"""EDN: promises that an edition makes and its ledger breaks."""

from pinsite.diagnostics.codes.family import codes_of

CODES = codes_of("""
EDN001 error oversold
More copies left than there were. The message says by how many and names the rows. Usually one sale was entered
twice, or a copy was sold at a fair and again online. Remove the row that did not happen; or, where both sales were
made, write the row that makes the second one possible (a copy `released` from those held back, a refund as `returned`)
*before* it: after each row the numbers must be possible.

EDN002 error more received than the edition holds
Copies received in grades that count exceed the size of a limited edition. Factories send spares: receive these in a
grade that does not count, or they would become extra copies of a promise.

EDN003 error a number outside the edition
Copies are numbered from 1 to the size, or to `numbered_to`. Number 26 of 25 does not exist.

EDN004 error a number in two places
One copy cannot have two owners. The rows that claim it are named.

EDN005 error a lost number issued again
A number that was lost or damaged is never given to another copy; write the replacement with its own number.

EDN006 error a proof outside its series
Proofs are numbered in their own series (`proofs: {AP: 5}` allows AP1 to AP5) and never use a number of the edition.

EDN007 error copies are not where the row takes them from
`from` names another place than the one where the copies are. Write where they were.

EDN008 error quantity and copies disagree
`quantity` must be the number of `copies` listed; leave it empty and it is.

EDN009 error a move that cannot be
Only `received` takes copies from the factory, and no row moves copies to where they already are.

EDN010 warning copies of a numbered edition without a number
The edition is numbered, and some rows say which copies they mean while others do not. Without the number nobody can
tell which copy went. Where only the first copies carry a number, the edition says so, and later copies need none:

    edition: {type: limited, size: 200, numbered: stamped, numbered_to: 100}

EDN011 warning numbers in an edition that is not numbered
Rows list copies by number, but the edition does not say that it is `numbered`.

EDN012 error written totals and a ledger
Counts come from one place: from totals in the pin, or from rows of the ledger. Remove one.

EDN013 error a size that does not fit the type
A limited edition needs a `size`; an open one has none.

EDN014 error the written totals exceed the edition
sold + gifted + traded + held … is more than there are copies.

EDN015 error more received than the edition holds, in written totals
The written `received` exceeds the size of a limited edition.

EDN016 warning runs that nobody can tell apart
A pin was made in several runs, and nothing says how a copy of one is known from a copy of another. Collectors ask, and
a remake must not pass for the first run. Write a `mark`, or name a picture of the back:

    runs: [{id: r1, mark: sandblasted back}, {id: r2, mark: smooth back, image: back-r2.jpg}]

EDN017 error numbers of a run that cannot be
Each number belongs to one run and lies within the edition. Correct `copies` of the run.
""")

#: The code of each promise.
EDITION_CODES = {
    "oversold": "EDN001",
    "over-received": "EDN002",
    "number-out-of-range": "EDN003",
    "number-in-two-places": "EDN004",
    "number-reissued": "EDN005",
    "proof-out-of-series": "EDN006",
    "wrong-place": "EDN007",
    "quantity-mismatch": "EDN008",
    "impossible-move": "EDN009",
    "numbers-missing": "EDN010",
    "numbers-unexpected": "EDN011",
    "ledger-and-totals": "EDN012",
    "edition-size": "EDN013",
    "totals-oversold": "EDN014",
    "totals-over-received": "EDN015",
    "runs-alike": "EDN016",
    "run-numbers": "EDN017",
    "status-contradicted": "PIN108",
}
