"""Counts what the program is made of and uses every piece once: the only proof a frozen program is whole."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from pathlib import Path

from db.migrations import MIGRATIONS, STEPS
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts
from desktop_app.domain.refusal import Refusal
from desktop_app.forms.form import Scope, Subject
from desktop_app.paths import resource
from desktop_app.services import conferences, members, rounds
from desktop_app.services.members import MemberFilter
from desktop_app.services.practice import create_practice
from desktop_app.services.store import Store

PEOPLE = 120
SAID = {
    "migrations": "Bước nâng cấp sổ",
    "forms": "Biểu in",
    "fonts": "Phông chữ",
    "commands": "Lệnh",
    "screens": "Màn hình",
}
TRUETYPE = b"\x00\x01\x00\x00"


@dataclass
class Tally:
    """What was found, and in words what was not."""

    counts: dict[str, int] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)

    def count(self, name: str, find: Callable[[], tuple[int, int]]) -> None:
        """Count a kind of piece by a call that gives (found, wanted); a piece that cannot be loaded is missing."""
        said = SAID.get(name, name).lower()
        try:
            found, wanted = find()
        except (ImportError, AttributeError) as error:
            self.counts[name] = 0
            self.missing.append(f"{said} (không nạp được {error.name or name})")
            return
        self.counts[name] = found
        if found < max(wanted, 1):
            self.missing.append(f"{said} (có {found}, cần {max(wanted, 1)})")


def run(call: Call) -> Answer:
    """Exit 1 when anything is missing or cannot be used; the counts are told either way."""
    tally = Tally()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        store = create_practice(Path(folder) / "so.sht", members=PEOPLE)
        try:
            tally.count("migrations", partial(migrations, store))
            tally.count("forms", partial(forms, store, tally))
        finally:
            store.close()
    tally.count("fonts", fonts)
    tally.count("commands", commands)
    for name, part in call.parts.items():
        tally.count(name, lambda part=part: (part(), 1))  # type: ignore[misc]
    return answer(tally)


def migrations(store: Store) -> tuple[int, int]:
    """Steps of the schema that a new store has gone through."""
    return len({step.name for step in MIGRATIONS.applied(store)} & STEPS.keys()), len(STEPS)


def forms(store: Store, tally: Tally) -> tuple[int, int]:
    """Forms that the practice office can be drawn on, into memory."""
    from desktop_app.forms.documents import FORMS
    from desktop_app.forms.pdf import print_pdf

    drawn = 0
    for form in FORMS:
        try:
            drawn += print_pdf(form.document(store, subject(store, form.scopes)), BytesIO()) > 0
        except Refusal as refusal:
            tally.missing.append(f"biểu “{form.title}” không in được: {refusal}")
    return drawn, len(FORMS)


def fonts() -> tuple[int, int]:
    """Faces that came with the program."""
    from desktop_app.forms.pdf_fonts import LIBERATION

    return sum(is_font(resource("fonts", name)) for name in LIBERATION), len(LIBERATION)


def commands() -> tuple[int, int]:
    """Commands that can be told apart."""
    from desktop_app.commands import COMMANDS

    return len({command.words for command in COMMANDS}), len(COMMANDS)


def subject(store: Store, scopes: Sequence[Scope]) -> Subject:
    """The practice office's round and conference, all cells; a person only for a form about one."""
    round_ = rounds.rounds(store)[0]
    held = conferences.conferences(store, round_.id)[0]
    person = members.list_ids(store, MemberFilter(), 1)[0] if Scope.MEMBER in scopes else None
    return Subject(round_id=round_.id, conference_id=held.id, member_id=person)


def is_font(path: Path) -> bool:
    """Whether a TrueType file lies there."""
    return path.is_file() and path.read_bytes()[:4] == TRUETYPE


def answer(tally: Tally) -> Answer:
    failed = f"Chương trình thiếu: {'; '.join(tally.missing)}. Hãy cài lại từ bộ cài đầy đủ." if tally.missing else None
    data: dict[str, object] = {**tally.counts, "missing": tally.missing}
    return Answer(data=data, lines=lines(tally), failed=failed)


def lines(tally: Tally) -> Iterator[str]:
    yield from facts([(SAID.get(name, name), found) for name, found in tally.counts.items()])
    if not tally.missing:
        yield "Chương trình đầy đủ."


COMMAND = Command(words=("self-test",), summary="kiểm tra chương trình có đủ các phần không", run=run)
