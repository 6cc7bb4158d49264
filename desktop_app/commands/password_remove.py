"""Takes the password off a store: whoever holds the file can read it then."""

from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts, progress
from desktop_app.commands.secret import present_password
from desktop_app.domain.refusal import Refusal
from desktop_app.services.passwords import enter, is_locked, remove_password


def run(call: Call) -> Answer:
    if not is_locked(call.path):
        raise Refusal(f"Sổ “{call.path.name}” không có mật khẩu nên không có gì để bỏ.")
    remove_password(call.path, enter(call.path, present_password()), progress("Đang bỏ mật khẩu"))
    return Answer(data={"store": str(call.path)}, lines=facts([("Đã bỏ mật khẩu của sổ", call.path.name)]))


COMMAND = Command(words=("password", "remove"), summary="bỏ mật khẩu của sổ", run=run)
