"""The imports done so far, newest first."""

from dataclasses import asdict

from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import table
from desktop_app.services import imports

HEADERS = ("Số", "Lúc", "Tệp", "Thêm mới", "Cập nhật", "Đã hoàn tác")


def run(call: Call) -> Answer:
    found = imports.history(call.store)
    rows = [(str(f.id), f.done_at, f.file_name, f.created, f.updated, "rồi" if f.undone else None) for f in found]
    return Answer(data={"imports": [asdict(each) for each in found]}, lines=table(HEADERS, rows))


COMMAND = Command(words=("imports",), summary="xem các lần nhập danh sách; hoàn tác một lần bằng lệnh undo SỐ", run=run)
