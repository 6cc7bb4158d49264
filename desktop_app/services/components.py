"""What the program is made of besides itself: other people's components, each with its licence."""

import json
from dataclasses import dataclass

from desktop_app.paths import resource


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """`use` is what it does here, in Vietnamese; `file` its licence among the resources; `package` its name in Python,
    empty where it is no Python package."""

    name: str
    use: str
    licence: str
    file: str
    address: str
    package: str


def components() -> list[Component]:
    """All of them, the largest first."""
    kept = resource("licences", "components.json").read_text(encoding="utf-8")
    return [Component(**each) for each in json.loads(kept)]


def licence_text(component: Component) -> str:
    """The licence itself, in the language it was written in."""
    return resource("licences", component.file).read_text(encoding="utf-8")
