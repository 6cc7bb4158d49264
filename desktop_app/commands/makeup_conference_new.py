"""Makes a make-up conference for people who owe study: those named, or all of a cell."""

from argparse import ArgumentParser

from desktop_app.commands import chosen, typed
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.conference_new import half_days, programme_options
from desktop_app.commands.lines import facts
from desktop_app.commands.makeup_conference_list import as_json
from desktop_app.domain.refusal import Refusal
from desktop_app.services import makeup_conferences, owing
from desktop_app.services.makeup_conferences import MakeUpDraft


def arguments(parser: ArgumentParser) -> None:
    chosen.round_option(parser)
    chosen.members_option(parser, required=False)
    parser.add_argument("--cell", metavar="CHI_BỘ", help="mọi người chưa học hiện thuộc chi bộ này")
    parser.add_argument("--all", action="store_true", help="mọi người chưa học của đợt")
    programme_options(parser)
    parser.add_argument(
        "--speaker",
        dest="speakers",
        metavar="HỌ_TÊN",
        type=typed.speaker,
        action="append",
        default=[],
        help="“báo cáo viên, chức danh” của mọi chuyên đề học bù; ghi được nhiều lần",
    )


def run(call: Call) -> Answer:
    said, found = call.options, chosen.the_round(call)
    draft = MakeUpDraft(
        name=said.name,
        member_ids=tuple(people(call, found.id)),
        half_days=half_days(said.programme),
        speakers=tuple(said.speakers),
        place=said.place,
        chair=said.chair,
    )
    made = makeup_conferences.create(call.store, found.id, draft)
    days = ", ".join(chosen.half_day_name(each) for each in made.half_days)
    lines = facts(
        [
            ("Đã lập hội nghị học bù", made.name),
            ("Số", made.id),
            ("Triệu tập", f"{len(set(draft.member_ids))} người"),
            ("Các buổi", days),
        ]
    )
    return Answer(data={"conference": as_json(call, made)}, lines=lines)


def people(call: Call, round_id: int) -> list[int]:
    """Those typed, or everyone who owes study, of a cell or of all."""
    said = call.options
    if said.members:
        return chosen.member_ids(call)
    if not (said.cell or said.all):
        raise Refusal("Chưa rõ ai học bù; hãy ghi --member, --cell hoặc --all.")
    listed = owing.owing(call.store, round_id, chosen.cell_id(call))
    if not listed:
        raise Refusal("Không có ai nợ học ở đó; không cần lập hội nghị học bù.")
    return [each.member_id for each in listed]


COMMAND = Command(words=("makeup-conference", "new"), summary="lập hội nghị học bù", arguments=arguments, run=run)
