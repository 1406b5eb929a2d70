"""Run the command: `python -m pinsite`."""

from pinsite.cli import main

main()
