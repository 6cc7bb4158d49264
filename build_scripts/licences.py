"""Copies the licence texts of the libraries a built program holds into resources/licences; run after a change of lock.

Which component has which text stands in components.json there. Not for components that come without a Python package
(Qt, SQLCipher, OpenSSL, Python): their texts are kept by hand.
"""

import re
import sys
from importlib import metadata
from pathlib import Path

from desktop_app.services.components import components

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "licences"
LICENCE = re.compile(r"(licen[cs]e|copying)", re.IGNORECASE)


def licence_of(package: str) -> str:
    """The texts a package brought along, one after another."""
    listed = [path for path in metadata.files(package) or () if LICENCE.search(path.name)]
    own = [path for path in listed if ".dist-info" in str(path)] or listed
    texts = [Path(str(path.locate())).read_text(encoding="utf-8").strip() for path in sorted(own)]
    if not texts:
        sys.exit(f"{package} brings no licence: keep its text by hand and empty its package in components.json.")
    return "\n\n".join(texts) + "\n"


def main() -> None:
    for component in components():
        if component.package:
            (FOLDER / component.file).write_text(licence_of(component.package), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
