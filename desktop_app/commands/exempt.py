"""Records that someone is exempt from activity, or from writing essays only."""

from argparse import ArgumentParser

from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.standing import day_option, decision_option, done, person_argument, person_of, until_option
from desktop_app.services import standing


def arguments(parser: ArgumentParser) -> None:
    person_argument(parser)
    day_option(parser, "ngày bắt đầu được miễn")
    until_option(parser)
    decision_option(parser)
    parser.add_argument("--reason", metavar="LÝ_DO", required=True, help="lý do, ví dụ “tuổi cao, sức khỏe yếu”")
    parser.add_argument("--essay", action="store_true", help="chỉ miễn viết thu hoạch")


def run(call: Call) -> Answer:
    said, person = call.options, person_of(call)
    if said.essay:
        kept = standing.exempt_essay(call.store, person.id, said.on, said.reason, said.until)
        return done(kept, "Miễn viết thu hoạch", said.on)
    kept = standing.exempt(call.store, person.id, said.on, said.reason, said.until, said.decision)
    return done(kept, "Miễn sinh hoạt đảng", said.on)


COMMAND = Command(
    words=("exempt",), summary="ghi miễn sinh hoạt, hoặc miễn viết thu hoạch", arguments=arguments, run=run
)
