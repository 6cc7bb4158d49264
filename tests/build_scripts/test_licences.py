"""Every library the program needs to run has its licence among the resources."""

import re
from importlib import metadata

from packaging.requirements import Requirement

from build_scripts import licences, processes
from desktop_app.services.components import components

BY_HAND = {"pyside6", "pyside6-essentials", "pyside6-addons", "shiboken6"}  # under Qt


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).casefold()


def needed(name: str, seen: set[str]) -> set[str]:
    """A package and all it needs on this machine, the extras aside."""
    if plain(name) not in seen:
        seen.add(plain(name))
        for line in metadata.requires(name) or ():
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                needed(requirement.name, seen)
    return seen


def test_every_library_of_the_program_has_its_licence() -> None:
    listed = re.findall(
        r'^    "([\w-]+)[=>]', (processes.ROOT / "pyproject.toml").read_text("utf-8").split("[project.opt")[0], re.M
    )
    packages = set[str]().union(*(needed(name, set()) for name in listed)) - BY_HAND
    assert "reportlab" in packages
    told = {plain(component.package) for component in components()}
    assert sorted(packages - told - {"pip", "setuptools", "pycparser"}) == []


def test_every_component_has_a_text_of_its_own() -> None:
    files = [component.file for component in components()]
    assert len(set(files)) == len(files)
    assert sorted(files) == sorted(path.name for path in licences.FOLDER.glob("*.txt"))


def test_a_text_is_the_one_the_installed_library_brought() -> None:
    kept = (licences.FOLDER / "click.txt").read_text(encoding="utf-8")
    assert kept == licences.licence_of("click") and "Copyright" in kept
