"""The line of positions a register shows, as titles are added to it and taken off."""

from db.keys import same_words, tidy


def titles(line: str | None) -> list[str]:
    """The titles of a line, which commas or semicolons part."""
    return [tidy(title) for title in (line or "").replace(";", ",").split(",") if tidy(title)]


def with_title(line: str | None, title: str) -> str | None:
    """The line with a title at its end, once."""
    rest = without_title(line, title)
    return f"{rest}, {title}" if rest else title


def without_title(line: str | None, title: str) -> str | None:
    """The line without a title; None when nothing is left."""
    return ", ".join(each for each in titles(line) if same_words(each) != same_words(title)) or None
