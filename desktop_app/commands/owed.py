"""Which deadline and which units a command is about, and how one line of the board is told."""

from argparse import ArgumentParser

from db.keys import same_words, tidy
from db.records import Deadline, StudyRound
from desktop_app.commands.command import Call, Json
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.words import word
from desktop_app.services import organizations
from desktop_app.services.office import office
from desktop_app.services.submissions import BoardLine


def deadline_option(parser: ArgumentParser, *, required: bool) -> None:
    said = "số hoặc tên báo cáo, kế hoạch của đợt"
    parser.add_argument("--deadline", metavar="BÁO_CÁO", required=required, help=said)


def units_options(parser: ArgumentParser) -> None:
    """The units a gesture is about: cells by name, or the office itself."""
    parser.add_argument(
        "--cell",
        dest="cells",
        metavar="CHI_BỘ",
        action="extend",
        nargs="+",
        default=[],
        help="chi bộ; ghi được nhiều chi bộ",
    )
    parser.add_argument("--all-cells", action="store_true", help="mọi chi bộ")
    parser.add_argument("--office", action="store_true", help="chính đảng ủy của sổ")


def the_deadline(call: Call, found: StudyRound) -> Deadline | None:
    """The deadline typed, by its number or title, or None."""
    text = call.options.deadline
    if not text:
        return None
    wanted = [each for each in found.deadlines if same_words(each.title) == same_words(text)]
    wanted = wanted or [each for each in found.deadlines if str(each.id) == text.strip()]
    if len(wanted) != 1:
        known = "; ".join(f"{each.id}: {each.title}" for each in found.deadlines) or "đợt chưa ghi báo cáo nào"
        raise Refusal(f"Không tìm thấy đúng một báo cáo “{tidy(text)}”; các báo cáo của đợt: {known}.")
    return wanted[0]


def needed_deadline(call: Call, found: StudyRound) -> Deadline:
    """The deadline typed, where there must be one."""
    wanted = the_deadline(call, found)
    if wanted is None:
        raise Refusal("Chưa ghi báo cáo, kế hoạch nào; hãy ghi --deadline với số hoặc tên.")
    return wanted


def the_units(call: Call) -> list[int]:
    """The organizations typed, each once."""
    said = call.options
    found = [office(call.store).organization_id] if said.office else []
    if said.all_cells:
        found += [each.id for each in organizations.cells(call.store, counted=False)]
    found += [organizations.find_cell(call.store, text).id for text in said.cells]
    return list(dict.fromkeys(found))


def line_json(line: BoardLine) -> Json:
    sent = line.submission
    return {
        "deadline": line.deadline.id,
        "title": line.deadline.title,
        "kind": line.deadline.kind,
        "unit": line.unit,
        "due_on": line.due_on,
        "extended": line.extended,
        "left": line.left,
        "state": line.state,
        "state_words": word(line.state),
        "sent_on": sent.sent_on if sent else None,
        "document_no": sent.document_no if sent else None,
        "document_date": sent.document_date if sent else None,
        "recipient": line.deadline.recipient,
        "route": line.deadline.route,
    }
