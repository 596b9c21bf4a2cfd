"""A process that writes numbered reports and says the id of each when it is kept: PLACE FIRST STOP."""

import sys

from parley.record import open_record
from read_samples import numbered


def main(place: str, first: int, stop: int) -> None:
    with open_record(place) as record:
        for number in range(first, stop):
            sys.stdout.write(record.add(numbered(number)).report + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
