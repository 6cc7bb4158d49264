"""Makes a recovery code to be written down; it is kept nowhere and opens nothing until it is typed back."""

from desktop_app.commands.command import Answer, Call, Command
from desktop_app.services.passwords import new_code


def run(call: Call) -> Answer:
    code = new_code()
    lines = [code, "Hãy chép mã ra giấy làm hai bản, rồi gõ lại khi đặt mật khẩu: password set --code “…”."]
    return Answer(data={"code": code}, lines=lines)


COMMAND = Command(words=("password", "code"), summary="lập một mã khôi phục để chép ra giấy", run=run)
