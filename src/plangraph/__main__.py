"""Run the command line with ``python -m plangraph``."""

from plangraph.cli import main

main()
