"""The tower: which floor may import what, and the measures every file keeps. It reads source and runs none."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APP = "desktop_app"
RECORDS = (
    "db.records",
    "db.day_records",
    "db.owed_records",
    "db.essay_records",
    "db.paper_records",
    "db.dated",
    "db.groupings",
    "db.values",
    "db.keys",
    "db.errors",
)
BELOW_FORMS = (*RECORDS, f"{APP}.domain", f"{APP}.services", f"{APP}.paths")
BELOW_UI = (
    "db",
    f"{APP}.domain",
    f"{APP}.services",
    f"{APP}.paths",
    f"{APP}.forms",
    f"{APP}.exchange",
    f"{APP}.__version__",
)
# floor: what it may import of ours besides itself, what of others besides the standard library
FLOORS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "db": ((), ("sqlite_utils", "sqlcipher3", "cryptography")),
    f"{APP}.domain": (RECORDS, ()),
    f"{APP}.paths": ((), ()),
    f"{APP}.services": (("db", f"{APP}.domain", f"{APP}.paths", f"{APP}.__version__"), ()),
    f"{APP}.forms": (BELOW_FORMS, ("reportlab", "xlsxwriter", "PIL")),
    f"{APP}.exchange": (BELOW_FORMS, ("python_calamine", "openpyxl", "xlrd", "xlsxwriter", "defusedxml")),
    f"{APP}.commands": (BELOW_UI, ()),
    f"{APP}.ui": (BELOW_UI, ("PySide6", "shiboken6")),
}
IMPURE = {"os", "io", "time", "pathlib", "shutil", "tempfile", "subprocess", "socket", "random", "secrets", "sqlite3"}
SQL = re.compile(
    r"\s*(select\s.+\sfrom\s|insert\s+(or \w+ )?into\s|update\s+\w+\s+set\s|delete\s+from\s|with\s+\w+\s+as\s*\("
    r"|(create|drop|alter)\s+(table|index|trigger|view)\s|pragma\s+\w)",
    re.IGNORECASE | re.DOTALL,
)
FILES = [path for folder in ("db", APP, "build_scripts", "tests") for path in sorted((ROOT / folder).rglob("*.py"))]
OURS = [path for path in FILES if path.relative_to(ROOT).parts[0] in ("db", APP)]


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    """Every name a file imports, wherever in the file; a relative one keeps its dots."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{'.' * node.level}{node.module or ''}.{alias.name}" for alias in node.names)


def under(name: str, tops: tuple[str, ...]) -> bool:
    return any(name == top or name.startswith(f"{top}.") for top in tops)


def floor_of(name: str) -> str | None:
    return next((floor for floor in FLOORS if under(name, (floor,))), None)


def allowed(here: str, name: str) -> bool:
    floor = floor_of(here)
    if floor is None:
        return not under(name, ("PySide6", "reportlab"))
    ours, others = FLOORS[floor]
    return under(name, (floor, *ours, *others, *sys.stdlib_module_names))


def texts(source: ast.Module) -> Iterator[str]:
    """String constants other than docstrings."""
    alone = {id(node.value) for node in ast.walk(source) if isinstance(node, ast.Expr)}
    for node in ast.walk(source):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
            yield node.value


@pytest.mark.parametrize("path", OURS, ids=module)
def test_a_file_imports_only_what_its_floor_may(path: Path) -> None:
    assert [name for name in imports(path) if not allowed(module(path), name)] == []


def test_one_module_alone_ciphers() -> None:
    assert {module(path) for path in OURS if any(under(name, ("cryptography",)) for name in imports(path))} == {
        "db.crypto"
    }


@pytest.mark.parametrize("path", FILES, ids=module)
def test_imports_are_absolute(path: Path) -> None:
    assert [name for name in imports(path) if name.startswith(".")] == []


def test_no_two_packages_import_each_other() -> None:
    edges = {(floor_of(module(path)), floor_of(name)) for path in OURS for name in imports(path)}
    assert [(a, b) for a, b in edges if a and b and a < b and (b, a) in edges] == []


@pytest.mark.parametrize("path", [path for path in OURS if not under(module(path), ("db",))], ids=module)
def test_sql_is_written_only_in_db(path: Path) -> None:
    assert [text[:80] for text in texts(tree(path)) if SQL.match(text)] == []


@pytest.mark.parametrize("path", [path for path in OURS if floor_of(module(path)) == f"{APP}.domain"], ids=module)
def test_the_domain_asks_no_clock_and_touches_no_file(path: Path) -> None:
    asked = {node.attr for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)} & {"now", "today", "utcnow"}
    assert not asked and not {name.split(".")[0] for name in imports(path)} & IMPURE


@pytest.mark.parametrize("path", FILES, ids=module)
def test_a_file_says_what_it_is_and_stays_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    long = [n.name for n in ast.walk(tree(path)) if isinstance(n, functions) and (n.end_lineno or 0) - n.lineno >= 40]
    assert not source.strip() or ast.get_docstring(tree(path))
    assert len(source.splitlines()) <= 300
    assert long == []


def test_the_floors_are_looked_at() -> None:
    assert OURS, "no source was found: every other test here would pass for nothing"
