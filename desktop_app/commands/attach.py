"""Keeps files beside a person's essay; lists them, saves copies, takes them off; checks all files of the store."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from db.owed_records import Attachment
from desktop_app.commands import chosen
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import progress, table
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import size_words
from desktop_app.services import attachments, essays, members


def arguments(parser: ArgumentParser) -> None:
    chosen.round_option(parser)
    parser.add_argument("files", metavar="TỆP", type=Path, nargs="*", help="tệp PDF, Word (.docx), JPG hoặc PNG")
    parser.add_argument("--member", metavar="MÃ", help="mã đảng viên: tệp thuộc bài nộp gần nhất của người này")
    parser.add_argument("--save", metavar="THƯ_MỤC", type=Path, help="lưu bản sao các tệp của bài vào thư mục này")
    parser.add_argument("--remove", metavar="SỐ", type=int, help="bỏ tệp mang số này")
    parser.add_argument("--check", action="store_true", help="kiểm tra mọi tệp trong sổ còn nguyên vẹn")


def run(call: Call) -> Answer:
    said = call.options
    if said.check:
        return checked(call)
    if not said.member:
        raise Refusal("Chưa ghi mã đảng viên; hãy ghi mã sau --member, hoặc --check để kiểm tra mọi tệp.")
    essay_id = essay_of(call, said.member)
    for path in said.files:
        attachments.attach(call.store, path, essay_id=essay_id)
    if said.remove is not None:
        removed(call, essay_id, said.remove)
    found = attachments.attachments(call.store, essay_id=essay_id)
    saved = [str(attachments.save_copy(call.store, each.id, folder(said.save))) for each in found] if said.save else []
    return Answer(data={"files": as_json(found), "saved": saved}, lines=as_lines(found))


def essay_of(call: Call, text: str) -> int:
    """The essay that stands of the person of this code."""
    found, person = chosen.the_round(call), members.find_member(call.store, text)
    return essays.handed_in(call.store, found.id, [person.id])[0].id


def folder(path: Path) -> Path:
    if not path.is_dir():
        raise Refusal(f"Không có thư mục “{path.name}”; hãy tạo thư mục ấy hoặc ghi thư mục khác sau --save.")
    return path


def removed(call: Call, essay_id: int, attachment_id: int) -> None:
    if attachment_id not in {each.id for each in attachments.attachments(call.store, essay_id=essay_id)}:
        raise Refusal(f"Bài này không có tệp số {attachment_id}; hãy xem lại số ở cột đầu.")
    attachments.detach(call.store, attachment_id)


def checked(call: Call) -> Answer:
    """All files hashed anew."""
    found = attachments.check(call.store, progress("Đang kiểm tra tệp"))
    broken = [*found.lost, *found.damaged]
    said = f"{found.files} tệp đính kèm, {size_words(found.size)} trong sổ"
    data: Json = {
        "files": found.files,
        "size": found.size,
        "lost": as_json(found.lost),
        "damaged": as_json(found.damaged),
        "unnamed": found.unnamed,
        "unnamed_size": found.unnamed_size,
    }
    failed = f"{len(broken)} tệp bị mất hoặc hỏng; hãy phục hồi từ bản sao lưu gần nhất." if broken else None
    return Answer(data=data, lines=[f"Nguyên vẹn: {said}."] if not broken else [said], failed=failed)


def as_json(found: Sequence[Attachment]) -> list[Json]:
    return [{"id": f.id, "name": f.name, "size": f.size, "sha256": f.hash, "added_at": f.added_at} for f in found]


def as_lines(found: Sequence[Attachment]) -> list[str]:
    rows = [(str(each.id), each.name, size_words(each.size)) for each in found]
    return list(table(("Số", "Tên tệp", "Độ lớn"), rows)) if rows else ["Chưa có tệp nào."]


COMMAND = Command(
    words=("attach",), summary="đính kèm tệp vào bài thu hoạch, kiểm tra tệp", arguments=arguments, run=run
)
