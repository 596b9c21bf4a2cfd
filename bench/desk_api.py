"""Schemathesis on the desk's API: it asks what the OpenAPI document allows, and what it does not.

    python -m bench.desk_api [RECORD] [--examples 100] [--schemathesis COMMAND]

Starts `parley desk` on a copy of the record (the sample negotiation without one) and has schemathesis ask
every operation. No answer may be a 500, none may be of another kind or shape than the document says. Parley
does not need schemathesis: `pip install schemathesis`, best into an environment of its own, and name its
command.
"""

from __future__ import annotations

import argparse
import http.client
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_PORT = 8698
_CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
_FOUND_NOTHING_LEFT_OUT = "filter_too_much,data_too_large,too_slow,large_base_example"


def main() -> None:
    """Runs it and ends as schemathesis ended."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("record", nargs="?", type=Path)
    parser.add_argument("--examples", type=int, default=100)
    parser.add_argument("--schemathesis", default="schemathesis", metavar="COMMAND")
    asked = parser.parse_args()
    if shutil.which(asked.schemathesis) is None:
        sys.exit(f"There is no command {asked.schemathesis}: pip install schemathesis.")
    with tempfile.TemporaryDirectory(prefix="parley-bench-") as folder:
        desk = subprocess.Popen(_desk(asked.record, Path(folder)), env=_alone(folder))
        try:
            _wait()
            ended = subprocess.run(_command(asked.schemathesis, asked.examples), cwd=folder, check=False)
        finally:
            desk.terminate()
            desk.wait()
    sys.exit(ended.returncode)


def _desk(record: Path | None, folder: Path) -> list[str]:
    """The command of a desk on a copy of the record, or on the sample."""
    command = [sys.executable, "-m", "parley", "desk", "--no-browser", "--port", str(_PORT)]
    if record is not None:
        shutil.copy(record, folder / "record.db")
        command += ["--record", str(folder / "record.db")]
    return command


def _alone(folder: str) -> dict[str, str]:
    """An environment in which there is no record of one's own."""
    return {**os.environ, "XDG_DATA_HOME": folder, "HOME": folder, "PARLEY_RECORD": f"{folder}/none.db"}


def _wait() -> None:
    """Waits until the desk answers."""
    while True:
        connection = http.client.HTTPConnection("127.0.0.1", _PORT, timeout=60)
        try:
            connection.request("GET", "/healthz")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.1)
        else:
            return


def _command(program: str, examples: int) -> list[str]:
    return [
        program,
        "run",
        f"http://127.0.0.1:{_PORT}/openapi.json",
        f"--checks={_CHECKS}",
        f"--max-examples={examples}",
        f"--suppress-health-check={_FOUND_NOTHING_LEFT_OUT}",
        "--continue-on-failure",
        "--no-color",
    ]


if __name__ == "__main__":
    main()
