"""The study rounds, newest first."""

from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import day, table
from desktop_app.services.conferences import conferences
from desktop_app.services.rounds import rounds


def run(call: Call) -> Answer:
    listed = [(found, len(conferences(call.store, found.id))) for found in rounds(call.store)]
    data = [
        {"id": r.id, "name": r.name, "study_by": r.study_by, "essay_by": r.essay_by, "conferences": held}
        for r, held in listed
    ]
    rows = ((r.id, r.name, day(r.study_by), day(r.essay_by), held) for r, held in listed)
    return Answer(data={"rounds": data}, lines=table(("Số", "Đợt", "Hạn học", "Hạn thu hoạch", "Hội nghị"), rows))


COMMAND = Command(words=("round", "list"), summary="xem các đợt học tập", run=run)
