"""Takes marking sheets back: shows what each would change, and writes it when asked to."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import table
from desktop_app.services import marking_sheets
from desktop_app.services.marking_sheets import Difference


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("files", metavar="TỆP", type=Path, nargs="+", help="phiếu chấm gửi trả về")
    parser.add_argument("--write", action="store_true", help="ghi vào sổ; không có thì chỉ xem khác biệt")
    parser.add_argument("--conflicts", action="store_true", help="ghi cả những dòng mà sổ đã đổi từ khi gửi phiếu")
    parser.add_argument("--errors", metavar="THƯ_MỤC", type=Path, help="ghi lại phiếu kèm lý do vào thư mục này")


def run(call: Call) -> Answer:
    from desktop_app.exchange.marking_sheet import read_sheet, write_problems

    said = call.options
    compared = [(path, marking_sheets.difference(call.store, read_sheet(path))) for path in said.files]
    data: list[Json] = []
    for path, found in compared:
        chosen = [each.number for each in found.changes if said.conflicts or not each.conflict]
        written = marking_sheets.write(call.store, found, chosen) if said.write and chosen else 0
        if said.errors and found.problems:
            write_problems(path, found, said.errors / f"{path.stem}-can-sua.xlsx")
        data.append(as_json(found) | {"written": written})
    lines = [line for (_, found), told in zip(compared, data, strict=True) for line in as_lines(found, told)]
    return Answer(data={"sheets": data}, lines=lines)


def as_json(found: Difference) -> Json:
    changes = [
        {
            "row": each.number,
            "full_name": each.name,
            "before": each.before.words,
            "after": each.after.words,
            "conflict": each.conflict,
        }
        for each in found.changes
    ]
    problems = [
        {"row": row, "full_name": found.names.get(row, ""), "reason": why}
        for row, why in sorted(found.problems.items())
    ]
    return {"file": found.file, "changes": changes, "problems": problems, "unchanged": found.unchanged}


def as_lines(found: Difference, told: Json) -> Iterator[str]:
    yield f"{found.file}: {len(found.changes)} dòng khác sổ, {found.unchanged} dòng không đổi, đã ghi {told['written']}"
    if found.changes:
        rows = (
            (str(c.number), c.name, c.before.words, c.after.words, "sổ đã đổi" if c.conflict else "")
            for c in found.changes
        )
        yield from table(("Dòng", "Họ và tên", "Trong sổ", "Trong phiếu", "Lưu ý"), rows)
    for row, why in sorted(found.problems.items()):
        yield f"Dòng {row}, {found.names.get(row) or 'không có tên'}: {why}"


COMMAND = Command(words=("essay", "sheet-in"), summary="nhận phiếu chấm .xlsx gửi trả", arguments=arguments, run=run)
