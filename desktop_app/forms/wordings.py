"""Texts of a form that the office may say its own way: each with its named fields, checked when it is saved.

“Kính mời {name} dự {conference}.” A field stands in braces; a brace itself is not part of any text.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import Formatter

from desktop_app.domain.refusal import Refusal
from desktop_app.services import wordings
from desktop_app.services.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One text: what the clerk sees it called, as it comes, and the fields it may use with what each stands for."""

    field: str
    caption: str
    text: str
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of a form as the office says them."""

    said: Mapping[str, str]

    def say(self, field: str, **values: str) -> str:
        """The text of a field with its named values; a value that is not used is left out."""
        return self.said[field].format_map(values)


def texts(store: Store, form_id: str, known: Iterable[Wording]) -> Texts:
    """The office's own texts, the ones the form came with where there are none."""
    own = wordings.wording(store, form_id)
    return Texts({each.field: own.get(each.field, each.text) for each in known})


def save(store: Store, form_id: str, title: str, wording: Wording, text: str) -> None:
    """Keep the office's text; the one it came with needs no keeping. Refuses unknown fields and stray braces."""
    said = text.strip()
    check(wording, said)
    wordings.save(store, form_id, title, wording.field, None if said in ("", wording.text) else said)


def check(wording: Wording, text: str) -> None:
    """Refuses a text with a field that is not one of its own, or with a brace that opens or closes nothing."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        raise Refusal("Câu có dấu ngoặc nhọn chưa khép; hãy viết trường dạng {ten_truong} hoặc bỏ dấu ngoặc.") from None
    for _, name, form, conversion in parts:
        if name is None:
            continue
        if name not in wording.names or form or conversion:
            known = ", ".join(f"{{{each}}} ({what})" for each, what in wording.names.items()) or "không có trường nào"
            raise Refusal(f"Mục “{wording.caption}” không có trường {{{name}}}; các trường dùng được: {known}.")
