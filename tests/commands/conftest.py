"""The command line as a test types it, and the offices it is typed at."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop_app.__main__ import main
from desktop_app.services.practice import create_practice


@dataclass(frozen=True)
class Told:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        """The JSON on standard output, which must be all there is."""
        assert self.code == 0, self.err
        found: dict[str, Any] = json.loads(self.out)
        return found


Typed = Callable[..., Told]


@pytest.fixture
def anywhere(capsys: pytest.CaptureFixture[str]) -> Typed:
    """Type a command without naming a store."""

    def type_(*words: object) -> Told:
        capsys.readouterr()
        code = main([str(word) for word in words])
        return Told(code, *capsys.readouterr())

    return type_


@pytest.fixture(scope="session")
def practice_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("practice") / "practice.sht"
    create_practice(path, members=150).close()
    return path


@pytest.fixture
def practice_path(practice_template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(practice_template, tmp_path / "practice.sht"))


@pytest.fixture
def practice(anywhere: Typed, practice_path: Path) -> Typed:
    """Type a command at a practice office of 150 people."""
    return lambda *words: anywhere("--store", practice_path, *words)


@pytest.fixture
def office_path(anywhere: Typed, tmp_path: Path) -> Path:
    path = tmp_path / "so.sht"
    told = anywhere("new", "--name", "Đảng ủy phường Đông Thọ", "--parent", "Tỉnh ủy Thanh Hóa", "--store", path)
    assert told.code == 0, told.err
    return path


@pytest.fixture
def office(anywhere: Typed, office_path: Path) -> Typed:
    """Type a command at a new, empty office."""
    return lambda *words: anywhere("--store", office_path, *words)


@pytest.fixture
def codes(practice: Typed) -> list[str]:
    """Codes of ten people of the practice office."""
    return [person["code"] for person in practice("members", "--limit", 10, "--json").data["members"]]
