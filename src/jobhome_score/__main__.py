"""`python -m jobhome_score`: the command line."""

from jobhome_score.cli import main

if __name__ == "__main__":  # worker processes load this module again, under another name
    main()
