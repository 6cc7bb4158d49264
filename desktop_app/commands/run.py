"""One use of the command line from what was typed to the exit code. Not the catcher of bugs: that is the start-up."""

import json
import sys
from collections.abc import Sequence

from db.store import DatabaseError
from desktop_app.commands import COMMANDS
from desktop_app.commands.command import Answer, Call, Parts
from desktop_app.commands.parser import parser_of
from desktop_app.domain.refusal import Refusal
from desktop_app.paths import default_store
from desktop_app.services.store import tell_damage

DONE, REFUSED = 0, 1


def run(argv: Sequence[str], parts: Parts) -> int:
    """0 done, 1 refused with one sentence on standard error, 2 wrong usage. Whatever is raised is a bug."""
    try:
        options = parser_of(COMMANDS).parse_args(argv)
    except SystemExit as end:  # argparse has said all there is to say
        return int(end.code or 0)
    call = Call(options, getattr(options, "store", default_store()), parts)
    try:
        answer = perform(call)
        say(answer, as_json=getattr(options, "json", False))
    except Refusal as refusal:
        return refuse(str(refusal))
    finally:
        call.close()
    return refuse(answer.failed) if answer.failed else DONE


def perform(call: Call) -> Answer:
    """The command's answer; damage met on the way is a refusal."""
    try:
        answer: Answer = call.options.command.run(call)
    except DatabaseError as error:
        refusal = tell_damage(error, call.path)
        if refusal is None:
            raise
        raise refusal from error
    return answer


def say(answer: Answer, *, as_json: bool) -> None:
    """The answer on standard output, one way or the other."""
    if as_json:
        print(json.dumps(answer.data, ensure_ascii=False), flush=True)
    else:
        print("\n".join(answer.lines), flush=True)


def refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return REFUSED
