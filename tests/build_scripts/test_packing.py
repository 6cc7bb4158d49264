"""What is packed around the program: its version as Windows shows it, the manifest, the set-up program."""

import hashlib
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from build_scripts import packing, processes
from desktop_app import __version__

needs_makensis = pytest.mark.skipif(not shutil.which("makensis"), reason="NSIS is not installed here")


def test_a_version_has_four_numbers() -> None:
    assert packing.numbers("1.2") == (1, 2, 0, 0)
    assert packing.numbers("1.2.3.dev4") == (1, 2, 3, 4)


def test_the_properties_of_the_file_name_the_one_version() -> None:
    told = packing.version_info("so-hoc-tap", "Sổ Học Tập")
    assert told.count(repr(__version__)) == 2
    assert f"filevers={packing.numbers(__version__)}" in told
    compile(told, "version", "eval")


def test_the_manifest_asks_for_long_paths_and_its_own_scaling() -> None:
    root = ElementTree.parse(processes.ROOT / "build_scripts" / "program.manifest").getroot()
    told = {element.tag.rpartition("}")[2]: element.text for element in root.iter()}
    assert told["longPathAware"] == "true" and "PerMonitorV2" in (told["dpiAwareness"] or "")


def test_what_is_in_the_program_stands_largest_first(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(2048))
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "c").write_bytes(bytes(4096))
    (tmp_path / "again").symlink_to(tmp_path / "a")
    assert packing.contents(tmp_path).split() == ["4", "b/c", "2", "a"]
    assert packing.size(tmp_path) == 6144


def test_the_notes_for_the_administrator_name_the_file_and_its_hash(tmp_path: Path) -> None:
    made = tmp_path / "so-hoc-tap-cai-dat.exe"
    made.write_bytes(bytes(1234567))
    told = packing.install_notes(made)
    assert "certutil -hashfile so-hoc-tap-cai-dat.exe SHA256" in told and "1.234.567 byte" in told
    assert hashlib.sha256(bytes(1234567)).hexdigest() in told and __version__ in told and "{" not in told


@needs_makensis
def test_the_set_up_program_compiles_around_a_folder(tmp_path: Path) -> None:
    payload = tmp_path / "chương trình"
    payload.mkdir()
    (payload / "so-hoc-tap.exe").write_bytes(b"MZ")
    made = packing.compiled(payload, tmp_path / "cai-dat.exe", QUICK="1")
    assert made.read_bytes()[:2] == b"MZ" and made.stat().st_size > 50_000


@needs_makensis
def test_a_folder_that_is_not_there_makes_no_set_up_program(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        packing.compiled(tmp_path / "none", tmp_path / "cai-dat.exe", QUICK="1")
    assert not (tmp_path / "cai-dat.exe").exists()
