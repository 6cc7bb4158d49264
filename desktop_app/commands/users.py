"""Who may open the store, and what each may do."""

from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import day, table
from desktop_app.domain.words import word
from desktop_app.services.users import cells_of, recovery_since, scope_words, users


def run(call: Call) -> Answer:
    found, since = users(call.store), recovery_since(call.store)
    rows = [(user.name, word(user.role), scope_words(call.store, user), day(user.since[:10])) for user in found]
    listed = [
        {
            "name": user.name,
            "role": user.role.value,
            "since": user.since,
            "cells": [each.name for each in cells_of(call.store, user)] if user.cells else None,
        }
        for user in found
    ]
    lines = table(("Người dùng", "Quyền", "Phạm vi", "Đặt mật khẩu ngày"), rows) if found else ["Sổ không có mật khẩu."]
    return Answer(data={"users": listed, "recovery_since": since}, lines=lines)


COMMAND = Command(words=("user", "list"), summary="xem ai được mở sổ", run=run)
