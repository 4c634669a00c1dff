"""`python -m jobhome_score`: the command line."""

from jobhome_score.cli import main

main()
