"""Makes a study round with its documents, essay questions and deadlines."""

from argparse import ArgumentParser
from dataclasses import asdict

from desktop_app.commands import typed
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import day, facts
from desktop_app.services import rounds
from desktop_app.services.rounds import DEFAULT_QUESTIONS, RoundDraft


def arguments(parser: ArgumentParser) -> None:
    add = parser.add_argument
    several = "ghi được nhiều lần"
    add("--name", metavar="TÊN", required=True, help="tên đợt học tập")
    add(
        "--document",
        dest="documents",
        metavar="VĂN_BẢN",
        type=typed.document,
        action="append",
        default=[],
        help=f"“Nghị quyết … | số, ký hiệu | ngày | cơ quan ban hành”; {several}",
    )
    add("--question", dest="questions", metavar="CÂU", action="append", help=f"câu hỏi viết thu hoạch; {several}")
    add("--study-by", metavar="NGÀY", type=typed.day, help="hạn học xong, ngày cuối cùng còn đúng hạn")
    add("--essay-by", metavar="NGÀY", type=typed.day, help="hạn nộp bài thu hoạch")
    add("--essay-to", metavar="NƠI", help="nơi nhận bài thu hoạch")
    add("--makeup-days", metavar="SỐ", type=typed.number, default=7, help="số ngày nộp bài sau khi học bù; mặc định 7")
    add("--makeup-essay-to", metavar="NƠI", help="nơi nhận bài của người học bù")
    add("--target", metavar="PHẦN_TRĂM", type=typed.number, default=100, help="chỉ tiêu học tập; mặc định 100")
    add(
        "--half-days",
        dest="required",
        metavar="ĐỐI_TƯỢNG=SỐ",
        type=typed.required_half_days,
        action="append",
        default=[],
        help=f"số buổi một đối tượng phải học, ví dụ “lực lượng vũ trang=3”; {several}",
    )
    add("--chair", metavar="HỌ_TÊN", help="người chủ trì")
    add("--head", metavar="HỌ_TÊN", help="người chịu trách nhiệm chính")
    add("--handwritten", action="store_true", help="bài thu hoạch phải viết tay")
    add("--no-essay", action="store_true", help="đợt không phải viết thu hoạch")


def run(call: Call) -> Answer:
    made = rounds.create(call.store, draft(call))
    lines = facts([("Đã tạo đợt", made.name), ("Số", made.id), ("Hạn nộp thu hoạch", day(made.essay_by))])
    return Answer(data={"round": asdict(made)}, lines=lines)


def draft(call: Call) -> RoundDraft:
    said = call.options
    return RoundDraft(
        name=said.name,
        documents=tuple(said.documents),
        questions=DEFAULT_QUESTIONS if said.questions is None else tuple(said.questions),
        study_by=said.study_by,
        essay_by=said.essay_by,
        essay_recipient=said.essay_to,
        makeup_essay_days=said.makeup_days,
        makeup_essay_recipient=said.makeup_essay_to,
        target_percent=said.target,
        chair=said.chair,
        responsible_head=said.head,
        required_half_days=tuple(said.required),
        essay_handwritten=said.handwritten,
        essay_required=not said.no_essay,
    )


COMMAND = Command(words=("round", "new"), summary="tạo đợt học tập", arguments=arguments, run=run)
