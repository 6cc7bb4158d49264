"""What each cell is to be reminded of: reports, people who have not studied, people who owe an essay."""

from argparse import ArgumentParser

from desktop_app.commands import chosen
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import table
from desktop_app.services import due
from desktop_app.services.due import Dunning
from desktop_app.services.office import today


def arguments(parser: ArgumentParser) -> None:
    chosen.round_option(parser)
    chosen.as_of_option(parser)


def run(call: Call) -> Answer:
    found, on = chosen.the_round(call), call.options.on or today(call.store).isoformat()
    cells = due.dunning(call.store, found.id, on)
    data: Json = {"round": found.name, "on": on, "cells": [cell_json(each) for each in cells]}
    headers = ("Chi bộ", "Báo cáo chưa nộp", "Người chưa học", "Bài còn nợ")
    rows = [(each.cell, len(each.reports), len(each.study), len(each.essays)) for each in cells]
    return Answer(data=data, lines=table(headers, rows) if rows else ["Không còn gì phải đôn đốc."])


def cell_json(each: Dunning) -> Json:
    return {
        "cell": each.cell,
        "reports": [{"title": line.deadline.title, "due_on": line.due_on, "left": line.left} for line in each.reports],
        "not_studied": [{"code": s.row.code, "full_name": s.row.full_name} for s in each.study],
        "essays_owed": [
            {"code": e.standing.row.code, "full_name": e.standing.row.full_name, "due_on": e.due_on}
            for e in each.essays
        ],
    }


COMMAND = Command(words=("dunning",), summary="xem từng chi bộ còn phải đôn đốc gì", arguments=arguments, run=run)
