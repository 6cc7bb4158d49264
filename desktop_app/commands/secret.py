"""Passwords on the command line: never an argument, which others at the machine read in the list of processes."""

import getpass
import os
import sys

from desktop_app.domain.refusal import Refusal

PRESENT, NEW = "SO_HOC_TAP_PASSWORD", "SO_HOC_TAP_NEW_PASSWORD"


def present_password(said: str = "Mật khẩu hoặc mã khôi phục") -> str:
    """What opens the store: from the environment, else asked at the terminal."""
    return of_environment(PRESENT) or asked(said, PRESENT)


def new_password() -> str:
    """A password to be set: from the environment, else asked twice at the terminal."""
    given = of_environment(NEW)
    if given is not None:
        return given
    first = asked("Mật khẩu mới", NEW)
    if asked("Gõ lại mật khẩu mới", NEW) != first:
        raise Refusal("Hai lần gõ không giống nhau; hãy làm lại.")
    return first


def of_environment(name: str) -> str | None:
    return os.environ.get(name) or None


def asked(said: str, name: str) -> str:
    """Asked without an echo; where nobody can be asked, the variable to set is told."""
    if not sys.stdin.isatty():
        raise Refusal(
            f"Cần mật khẩu nhưng không có cửa sổ dòng lệnh để hỏi; hãy đặt biến môi trường {name} rồi chạy lại."
        )
    return getpass.getpass(f"{said}: ")
