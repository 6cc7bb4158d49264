"""A process that has loaded the program and forks one child for every run, so that a run costs no start-up.

It runs with the shim preloaded and takes one JSON object a line; the answer is the exit code of the child. What the
child does wrong is decided by the shim, what it means by those who asked.
"""

import ctypes
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from build_scripts.faults.proof import CHEAP, PASSWORDS
from db.crypto import Cost
from desktop_app.commands import secret

PATIENCE = 120
NOTHING = "count"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of the program. `saves` None = the command of `argv`, else that many saves into the store argv[0].

    `deed`: what only the window does, in the place of a command.

    `at` is the call that goes wrong, 0 = none; `lasting`: and all after it. `record` is the log of calls, "" = none;
    `life` the seconds until kill -9, 0 = none.
    """

    folder: str
    argv: tuple[str, ...]
    said: str
    deed: str = ""
    fault: str = NOTHING
    at: int = 0
    lasting: bool = False
    record: str = ""
    saves: int | None = None
    life: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How a run ended: its exit code (negative = the signal), what it said last, how many calls could go wrong."""

    code: int
    out: str
    sentence: str
    calls: int


class Stage:
    """The process, seen from outside. `environment` must preload the shim."""

    def __init__(self, shim: Path, data: Path) -> None:
        surroundings = {"LD_PRELOAD": str(shim), "XDG_DATA_HOME": str(data), "PYTHONUTF8": "1"}
        surroundings |= {secret.PRESENT: PASSWORDS[0], secret.NEW: PASSWORDS[1]}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "build_scripts.faults.stage"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **surroundings},
            text=True,
        )

    def run(self, run: Run) -> Told:
        """Do it and wait for its end."""
        code = self.ask(run)["code"]
        said = Path(run.said)
        errors = [line for line in spoken(read(said, ".err")).replace("\r", "\n").splitlines() if line.strip()]
        counted = read(said, ".calls")
        return Told(
            code=code,
            out=read(said, ".out"),
            sentence=errors[-1].strip() if errors else "",
            calls=int(counted) if counted else 0,
        )

    def ask(self, run: Run) -> dict[str, Any]:
        assert self.process.stdin is not None and self.process.stdout is not None
        self.process.stdin.write(json.dumps(asdict(run)) + "\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    def close(self) -> None:
        with self.process:
            assert self.process.stdin is not None
            self.process.stdin.close()


def spoken(errors: str) -> str:
    """What the program said, without what Python says at the end of files it could not close on a broken disk."""
    return errors.partition("Exception ignored in:")[0]


def read(said: Path, ending: str) -> str:
    path = Path(f"{said}{ending}")
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""


def serve() -> None:
    """Fork a child for every line and tell how it ended."""
    load()
    for line in sys.stdin:
        given = json.loads(line)
        run = Run(**given | {"argv": tuple(given["argv"])})
        child = os.fork()
        if child == 0:
            os._exit(perform(run))
        if run.life:
            time.sleep(run.life)
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        print(json.dumps({"code": os.waitstatus_to_exitcode(status)}), flush=True)


def load() -> None:
    """Import what the commands import, once, and let a new password cost little: the disk is what is looked at."""
    import desktop_app.__main__
    import desktop_app.commands.run
    import desktop_app.exchange.member_export
    import desktop_app.exchange.member_list
    import desktop_app.exchange.remembered
    import desktop_app.exchange.sheets
    import desktop_app.forms.documents
    import desktop_app.forms.handing_over
    import desktop_app.forms.pdf  # noqa: F401

    defaults = Cost.__init__.__kwdefaults__
    assert defaults is not None, "the cost of a guess has defaults"
    defaults.update(asdict(CHEAP))


def perform(run: Run) -> int:
    """The child: say everything into files, let the shim wake, do the work."""
    signal.alarm(PATIENCE)
    for handle, ending in ((1, ".out"), (2, ".err")):
        target = os.open(run.said + ending, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        os.dup2(target, handle)
    shim = ctypes.CDLL(None)
    told = (run.folder, run.fault, run.record)
    folder, fault, record = (ctypes.c_char_p(text.encode()) for text in told)
    shim.fault_plan(folder, fault, ctypes.c_long(run.at), int(run.lasting), record)
    code = work(run)
    sys.stdout.flush()
    sys.stderr.flush()
    Path(run.said + ".calls").write_text(str(shim.fault_calls()), encoding="utf-8")
    return code


def work(run: Run) -> int:
    if run.saves is not None:
        from build_scripts.faults.saving import save

        return save(Path(run.argv[0]), run.saves, run.argv[1:])
    if run.deed:
        from build_scripts.faults.deeds import done

        return done(run.deed, Path(run.argv[0]), run.argv[1])
    from desktop_app.__main__ import main

    return main(run.argv)


if __name__ == "__main__":
    serve()
