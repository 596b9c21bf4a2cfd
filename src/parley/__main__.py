"""Lets `python -m parley` run the program."""

from parley.cli import main

if __name__ == "__main__":
    main()
