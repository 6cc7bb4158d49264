"""Other people's lists, and ours given to them: the tests' corpus by its cost, ten thousand rows, a thousand traps.

What each list of the corpus must come to is the tests' business; here is what reading it costs.
"""

import csv
import random
import resource
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter

from build_scripts.faults.setting import Figure, Setting, seconds
from desktop_app.domain.refusal import Refusal
from desktop_app.exchange.encodings import with_unicode
from desktop_app.exchange.member_export import COLUMNS, export_list
from desktop_app.exchange.members import read_sheet_members
from desktop_app.exchange.sheet import Row, Sheet
from desktop_app.exchange.sheets import read_sheets
from desktop_app.services import members
from desktop_app.services.members import MemberDraft
from desktop_app.services.store import Store, memory_office
from tests.exchange.test_corpus import CORPUS
from tests.exchange.test_fidelity import MAPPING, WAYS_OF_DAYS, WAYS_OF_NAMES, WAYS_OF_NUMBERS

MOST_SECONDS, MOST_MIB = 32.0, 600
"""The 30 s after which reading is broken off, and the end of the child."""
LEADS = ("=", "+", "-", "@", "\t=", "'=", "{=", "=HYPERLINK(", "=cmd|", "''+", "\r=", "＝", "https://", "mailto:")
FIRST, LAST = date(1931, 1, 1), date(2005, 12, 31)


def figures(setting: Setting) -> Iterator[Figure]:
    yield corpus(setting.base)
    yield rows(setting.times(10_000, 1_000))
    yield from traps(setting.base, setting.times(1_000, 200))


def corpus(base: Path) -> Figure:
    """Read every list of the corpus and some files made to harm, each by the child process."""
    spent, told = [], []
    files = [case.build(made(base / f"{number}")) for number, case in enumerate(CORPUS)] + hostile(base)
    for path in files:
        began = time.monotonic()
        try:
            read_sheets(path)
        except Refusal:
            pass
        except Exception as error:  # noqa: BLE001  # whatever comes instead of a sentence is what is looked for
            told.append(f"{path.name}: {error!r}")
        spent.append(time.monotonic() - began)
    mib = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return Figure(
        name="lists of other people, some made to harm",
        tried=f"{len(files)} files",
        found=f"{len(told)} without rows or a sentence; at most {seconds(max(spent))}, {mib} MiB",
        good=not told and max(spent) <= MOST_SECONDS and mib <= MOST_MIB,
        told=told,
    )


def made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def hostile(base: Path) -> list[Path]:
    """The farthest cell there is, a file cut short, noise under the names of lists, and nothing at all."""
    far = base / "xa.xlsx"
    book = xlsxwriter.Workbook(far)
    book.add_worksheet().write(2**20 - 1, 2**14 - 1, "x")
    book.close()
    chance = random.Random(9)
    spoilt = {"cut.xlsx": far.read_bytes()[:700], "nothing.xlsx": b"", "nothing.csv": b""}
    spoilt |= {f"noise.{kind}": chance.randbytes(50_000) for kind in ("xlsx", "xls", "ods", "csv")}
    for name, content in spoilt.items():
        (base / name).write_bytes(content)
    return [far, *(base / name for name in spoilt)]


def rows(count: int) -> Figure:
    """So many people in one sheet, each value written in one of the ways offices write it; what changed unsaid."""
    chance, meant, lines = random.Random(15), [], []
    every: tuple[Sequence[Any], ...] = (WAYS_OF_NAMES, WAYS_OF_DAYS, WAYS_OF_NUMBERS, WAYS_OF_NUMBERS)
    for _ in range(count):
        day = FIRST + timedelta(days=chance.randrange((LAST - FIRST).days))
        name = " ".join(chance.sample(("Nguyễn", "Đặng", "Thị", "Hòa", "Phượng", "Quỳnh", "Yến", "Huệ", "Sửu"), 3))
        card, identity = (f"{chance.randrange(10**9, 10**12):012}" for _ in range(2))
        meant.append({"full_name": name, "birth_date": day.isoformat(), "party_card_no": card, "citizen_id": identity})
        ways = [chance.choice(each) for each in every]
        lines.append(tuple(way(value) for way, value in zip(ways, (name, day, card, identity), strict=True)))
    sheet = Sheet(name="DS", rows=(Row(1, ("Họ và tên",)), *(Row(n, line) for n, line in enumerate(lines, 2))))
    found = read_sheet_members(with_unicode(sheet), MAPPING, date(2026, 3, 15))
    told = {(problem.row, problem.field) for problem in found.problems}
    read = {row.row: row for row in found.rows}
    wrong = [
        f"row {number}, {field}: {value!r}"
        for number, wanted in enumerate(meant, 2)
        for field, value in wanted.items()
        if (number not in read or getattr(read[number], field) != value) and (number, field) not in told
    ]
    name = "values written in seven ways"
    return Figure(
        name=name, tried=f"{count} rows", found=f"{len(wrong)} changed in silence", good=not wrong, told=wrong
    )


def traps(base: Path, count: int) -> Iterator[Figure]:
    """Texts that a spreadsheet would run, given out both ways."""
    chance, store = random.Random(16), memory_office()
    for number in range(count):
        members.enrol(store, trap(chance, number))
    columns = [name for name in COLUMNS if name != "code"]
    for ending, look in ((".xlsx", run_cells), (".csv", bare_leads)):
        path = export_list(store, base / f"ra{ending}", columns=columns).path
        bad = look(path)
        yield Figure(
            name=f"dangerous texts in a {ending[1:]}",
            tried=f"{count * 2} texts",
            found=f"{len(bad)} would run",
            good=not bad and holds_all(store, count),
            told=bad,
        )


def trap(chance: random.Random, number: int) -> MemberDraft:
    texts = [f"{chance.choice(LEADS)}{number}{chance.choice(('+1', '(A1)', '!A0', '|calc'))}" for _ in range(2)]
    return MemberDraft(full_name=f"Nguyễn Văn {chr(65 + number % 26)}", note=texts[0], party_position=texts[1])


def holds_all(store: Store, count: int) -> bool:
    return bool(store.value("select count(*) from member") == count)


def run_cells(path: Path) -> list[str]:
    """Cells of a workbook that are formulas or links."""
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.data_type == "f" or cell.hyperlink]


def bare_leads(path: Path) -> list[str]:
    """Cells of a csv that begin as a formula does."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [cell for row in csv.reader(file, delimiter=";") for cell in row if cell[:1] in tuple("=+-@\t\r")]
