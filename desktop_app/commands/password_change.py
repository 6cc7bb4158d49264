"""Changes one's own password."""

from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts
from desktop_app.commands.secret import new_password, present_password
from desktop_app.services.access import holder
from desktop_app.services.users import change_password


def run(call: Call) -> Answer:
    name = holder(call.store).name
    change_password(call.store, present_password("Mật khẩu hiện nay"), new_password())
    return Answer(data={"name": name}, lines=facts([("Đã đổi mật khẩu của", name)]))


COMMAND = Command(words=("password", "change"), summary="đổi mật khẩu của mình", run=run)
