"""The cells a list names: known ones, new ones, and those whose name is nearly that of another, which is a question."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from db.records import Organization
from desktop_app.domain.names import cell_key, nearly_same

Answers = Mapping[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class CellQuestion:
    """A listed cell name that may be a slip for one of the names in `like`; `rows` people wait for the answer."""

    listed: str
    like: tuple[str, ...]
    rows: int


@dataclass(slots=True)
class CellNames:
    """What each cell name of a list means."""

    known: dict[str, Organization]
    answers: dict[str, str | None]
    new: dict[str, str] = field(default_factory=dict)
    questions: dict[str, CellQuestion] = field(default_factory=dict)

    def settle(self, name: str, rows: int) -> None:
        """Decide one listed name: known, answered, nearly another (a question), or new."""
        key = cell_key(name)
        if key in self.known or key in self.new or key in self.questions:
            return
        if key in self.answers:
            meant = self.answers[key]
            if meant is None:
                self.new[key] = name
            return
        like = [o.name for o in self.known.values() if nearly_same(o.name, name)]
        like += [other for other in self.new.values() if nearly_same(other, name)]
        if like:
            self.questions[key] = CellQuestion(listed=name, like=tuple(like), rows=rows)
        else:
            self.new[key] = name

    def meant(self, name: str) -> str:
        """The key of the cell a listed name stands for, answers followed."""
        key = cell_key(name)
        answer = self.answers.get(key)
        return cell_key(answer) if answer is not None else key

    def cell_id(self, name: str | None) -> int | None:
        """The kept cell a listed name stands for, None for none or a new one."""
        kept = self.known.get(self.meant(name)) if name else None
        return kept.id if kept else None


def settle_names(listed: Iterable[str | None], cells: Iterable[Organization], answers: Answers) -> CellNames:
    """What the cell names of a list mean; the name written most often is taken first, so that slips ask about it."""
    names = CellNames({cell_key(o.name): o for o in cells}, {cell_key(k): v for k, v in answers.items()})
    counts: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for name in filter(None, listed):
        counts[cell_key(name)] += 1
        spelled.setdefault(cell_key(name), name)
    for key, rows in counts.most_common():
        names.settle(spelled[key], rows)
    for asked, meant in names.answers.items():
        if asked in counts and meant is not None and cell_key(meant) not in names.known:
            names.new.setdefault(cell_key(meant), meant)
    return names
