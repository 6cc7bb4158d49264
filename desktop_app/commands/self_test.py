"""Uses every piece of the program once and names it: the only proof a frozen program is whole.

What a frozen program must hold stands in its own parts.json, written by the source it was built from.
"""

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

from db.migrations import MIGRATIONS, STEPS
from desktop_app import __version__
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import facts
from desktop_app.domain.refusal import Refusal
from desktop_app.forms.form import Form, Output, Scope, Subject
from desktop_app.paths import changelog, resource, shipped
from desktop_app.services import conferences, members, organizations, rounds
from desktop_app.services.members import MemberFilter
from desktop_app.services.practice import create_practice
from desktop_app.services.store import Store

PEOPLE = 120
SAID = {
    "migrations": "Bước nâng cấp sổ",
    "forms": "Biểu in",
    "prints": "Bản in thử",
    "fonts": "Phông chữ",
    "sounds": "Âm thanh",
    "help": "Bài hướng dẫn",
    "manual": "Phần của sách hướng dẫn",
    "news": "Bản ghi thay đổi",
    "icons": "Biểu tượng",
    "licences": "Giấy phép",
    "commands": "Lệnh",
    "screens": "Màn hình",
    "modules": "Thành phần",
    "plugins": "Phần ghép của cửa sổ",
    "libraries": "Thư viện",
    "resources": "Tệp đi kèm",
}
TRUETYPE = b"\x00\x01\x00\x00"
PAPERS = ("CHANGELOG.md", "LICENSE")
FILES = {"sounds": "*.wav", "help": "*.*", "manual": "*.md", "icons": "*.svg", "licences": "*.txt"}


@dataclass
class Tally:
    """Names of what was found by kind, and in words what was not. `promised` are the names that must be there."""

    promised: Mapping[str, Sequence[str]]
    found: dict[str, list[str]] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)

    def count(self, kind: str, find: Callable[[], Iterable[str]], wanted: Iterable[str] = ()) -> None:
        """Note what a call finds; a kind that cannot be loaded, is empty or lacks a name is missing."""
        said = SAID.get(kind, kind).lower()
        try:
            found = sorted(set(find()))
        except (ImportError, AttributeError, FileNotFoundError) as error:
            self.found[kind] = []
            self.missing.append(f"{said} (không nạp được {lost(error) or kind})")
            return
        self.found[kind] = found
        absent = sorted({*wanted, *self.promised.get(kind, ())} - set(found))
        if absent or not found:
            self.missing.append(f"{said} ({', '.join(absent) or 'không có gì'})")


def lost(error: ImportError | AttributeError | FileNotFoundError) -> str | None:
    """The name of the module, the attribute or the file that was not there."""
    if isinstance(error, FileNotFoundError):
        return Path(str(error.filename or error)).name
    return error.name


def run(call: Call) -> Answer:
    """Exit 1 when anything is missing or cannot be used; the counts are told either way."""
    tally = Tally(promised())
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "so.sht"
        store = create_practice(path, members=PEOPLE)
        try:
            tally.count("migrations", partial(migrations, store), STEPS)
            tally.count("forms", forms)
            tally.count("prints", partial(prints, store))
        finally:
            store.close()
        for kind, part in call.parts.items():
            tally.count(kind, partial(part, path))
    tally.count("fonts", fonts)
    tally.count("commands", commands)
    tally.count("news", news)
    for kind, pattern in FILES.items():
        tally.count(kind, partial(files, kind, pattern))
    tally.count("resources", resources)
    if wanted := tally.promised.get("libraries"):
        tally.count("libraries", partial(libraries, wanted))
    return answer(tally)


def promised() -> Mapping[str, Sequence[str]]:
    """What the source had when the program was frozen; nothing where it runs from the source itself."""
    path = resource("parts.json")
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def migrations(store: Store) -> Iterable[str]:
    """Steps of the schema that a new store has gone through."""
    return {step.name for step in MIGRATIONS.applied(store)} & STEPS.keys()


def forms() -> Iterable[str]:
    """Forms by id."""
    from desktop_app.forms.documents import FORMS

    return [form.id for form in FORMS]


def prints(store: Store) -> Iterator[str]:
    """Every form drawn in every output it offers, as “summons.pdf”; not what the practice office has nothing for."""
    from desktop_app.forms.documents import FORMS

    for form in FORMS:
        tried = list(subjects(store, form.scopes))
        for output in form.outputs:
            if any(drawn(store, form, subject, output) for subject in tried):
                yield f"{form.id}.{output}"


def drawn(store: Store, form: Form[Any], subject: Subject, output: Output) -> bool:
    """Whether anything comes out; False where the form refuses this subject or this output."""
    from desktop_app.forms.outputs import print_to

    out = BytesIO()
    try:
        print_to(form.document(store, subject), output, out)
    except Refusal:
        return False
    return bool(out.getvalue())


def fonts() -> Iterable[str]:
    """Faces that came with the program."""
    from desktop_app.forms.pdf_fonts import LIBERATION

    return [name for name in LIBERATION if is_font(resource("fonts", name))]


def news() -> Iterable[str]:
    """What each version brought, for the clerk to read."""
    return [changelog().name] if changelog().stat().st_size else []


def commands() -> Iterable[str]:
    """Commands that can be told apart."""
    from desktop_app.commands import COMMANDS

    return [" ".join(command.words) for command in COMMANDS]


def files(folder: str, pattern: str) -> Iterable[str]:
    """Files of one of our folders that are not empty."""
    return [path.name for path in resource(folder).glob(pattern) if path.stat().st_size]


def resources() -> Iterable[str]:
    """All files that come with the program and are not empty, by their place among them."""
    root = resource()
    within = [path for path in root.rglob("*") if path != resource("parts.json")]
    found = {path.relative_to(root).as_posix(): path for path in within} | {name: shipped(name) for name in PAPERS}
    return [name for name, path in found.items() if path.is_file() and path.stat().st_size]


def libraries(names: Sequence[str]) -> Iterator[str]:
    """Modules of other people that can be imported."""
    for name in names:
        import_module(name)
        yield name


def subjects(store: Store, scopes: Sequence[Scope]) -> Iterator[Subject]:
    """The practice office's round and conference with all cells, then with its first cell and venue."""
    round_ = rounds.rounds(store)[0]
    held = conferences.conferences(store, round_.id)[0]
    person = members.list_ids(store, MemberFilter(), 1)[0] if Scope.MEMBER in scopes else None
    whole = Subject(round_id=round_.id, conference_id=held.id, member_id=person)
    yield whole
    venue, cell = conferences.venues(store, held.id)[0], organizations.cells(store, counted=False)[0]
    yield replace(whole, venue_id=venue.id, cell_id=cell.id)


def is_font(path: Path) -> bool:
    """Whether a TrueType file lies there."""
    return path.is_file() and path.read_bytes()[:4] == TRUETYPE


def answer(tally: Tally) -> Answer:
    failed = f"Chương trình thiếu: {'; '.join(tally.missing)}. Hãy cài lại từ bộ cài đầy đủ." if tally.missing else None
    counts = {kind: len(found) for kind, found in tally.found.items()}
    data: Json = {"version": __version__, **counts, "missing": tally.missing, "parts": tally.found}
    return Answer(data=data, lines=lines(tally), failed=failed)


def lines(tally: Tally) -> Iterator[str]:
    yield from facts([(SAID.get(kind, kind), len(found)) for kind, found in tally.found.items()])
    if not tally.missing:
        yield "Chương trình đầy đủ."


COMMAND = Command(words=("self-test",), summary="kiểm tra chương trình có đủ các phần không", run=run)
