"""What the documentation says is so."""

import importlib.util
import re
import subprocess
import sys
import tomllib
from dataclasses import fields
from pathlib import Path
from types import ModuleType

import pytest

from parley.model.codec import encode
from parley.model.identifiers import FINDING_TYPES
from small_report import small_report

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")

PAGES = [f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")]


def script(name: str) -> ModuleType:
    """A script of the folder docs/, as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def table_keys(text: str, title: str) -> set[str]:
    """The names in the first column of the table under a heading."""
    section = text.partition(f"## {title}\n")[2].partition("\n## ")[0]
    cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| ")]
    return {key for cell in cells for key in re.findall(r"`(\w+)`", cell)}


def test_the_command_reference_is_what_the_program_says() -> None:
    assert page("cli.md") == script("command_reference").reference(), "run: make docs"


@pytest.mark.parametrize("kind", FINDING_TYPES)
def test_the_findings_format_names_every_key_of_a_finding(kind: str) -> None:
    text = page("findings-format.md")
    documented = table_keys(text, f"`{kind}`") | table_keys(text, "Every finding")
    assert documented - {"type", "id", "report", "engine"} >= {
        field.name for field in fields(FINDING_TYPES[kind])
    }


def test_the_findings_format_names_every_key_of_a_report() -> None:
    [report, *_] = encode(small_report())
    assert table_keys(page("findings-format.md"), "`report`") | {"type"} >= set(report)


@pytest.mark.parametrize("value", encode(small_report())[1:], ids=lambda value: value["id"])
def test_the_findings_format_names_nothing_that_is_not_there(value: dict[str, object]) -> None:
    text = page("findings-format.md")
    assert table_keys(text, f"`{value['type']}`") | table_keys(text, "Every finding") == set(value)


def test_every_dependency_says_why() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["test"]
    names = {re.match(r"[\w-]+", line)[0] for line in wanted}  # type: ignore[index]
    listed = set(re.findall(r"^\| ([\w, -]+?) \|", page("dependencies.md"), re.MULTILINE)) - {"library"}
    assert {name for cell in listed for name in cell.split(", ")} >= names


@pytest.mark.parametrize("lock", ["run.txt", "test.txt"])
def test_every_dependency_is_locked_with_hashes_and_without_an_index(lock: str) -> None:
    text = (ROOT / "requirements" / lock).read_text()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["build"]
    if lock == "test.txt":
        wanted += project["dependency-groups"]["test"]
    pins = re.split(r"\n(?=\S)", text.strip())
    assert all("--hash=sha256:" in pin for pin in pins)
    assert {re.match(r"[\w-]+", line)[0] for line in wanted} <= {pin.partition("==")[0] for pin in pins}  # type: ignore[index]
    assert "://" not in text and "--index" not in text and "--find" not in text


def test_continuous_integration_runs_what_readme_says() -> None:
    assert "make test" in README
    assert "make test" in (ROOT / ".ci" / "run").read_text().splitlines()


@pytest.mark.parametrize("target", sorted(set(re.findall(r"^make (\w+)|`make (\w+)`", README, re.MULTILINE))))
def test_every_make_target_that_readme_names_exists(target: tuple[str, str]) -> None:
    name = "".join(target)
    assert re.search(rf"^{name}:", (ROOT / "Makefile").read_text(), re.MULTILINE)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", *PAGES])
def test_every_link_leads_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert ((ROOT / name).parent / target).exists(), f"{name} links to {target}"


def test_every_public_name_can_be_fetched_and_is_known_to_dir() -> None:
    code = "import parley; print(all(hasattr(parley, name) for name in parley.__all__))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True\n"


def test_importing_parley_costs_nothing() -> None:
    code = "import sys; import parley; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"spacy", "numpy", "sqlalchemy", "onnxruntime", "click"} & set(done.stdout.split())
