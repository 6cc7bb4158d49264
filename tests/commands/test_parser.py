"""Usage: global options wherever they are typed, Vietnamese help of every command, wrong usage."""

import re

import pytest

from desktop_app.commands import COMMANDS
from desktop_app.commands.command import Command
from desktop_app.commands.parser import in_vietnamese, parser_of
from tests.commands.conftest import Typed

ENGLISH = re.compile(r"\b(usage|options|arguments|show this|help message|required|invalid|choose|expected|default)\b")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: "-".join(command.words))
def test_every_command_explains_itself_in_vietnamese(command: Command, anywhere: Typed) -> None:
    told = anywhere(*command.words, "--help")
    assert told.code == 0
    assert told.out.startswith("Cách dùng: ")
    assert not ENGLISH.search(told.out)


@pytest.mark.parametrize("words", [[], ["round"], ["import"]], ids=str)
def test_groups_explain_themselves_too(words: list[str], anywhere: Typed) -> None:
    told = anywhere(*words, "--help")
    assert told.code == 0 and not ENGLISH.search(told.out)


@pytest.mark.parametrize(
    "line",
    [
        "--json",
        "frobnicate",
        "round",
        "members --cells x",
        "members --limit many",
        "members --store",
        "new --name A",
        "mark --status 1",
        "mark --all --cell x --status 1",
        "mark --all --status present --json=1",
        "mark --all --status 7",
        "makeup --member 1 --on 31/02/2021",
        "makeup --member --on 01/02/2021",
        "conference new --name A --half-day 27/03/2021",
        "import members",
    ],
)
def test_wrong_usage_ends_with_two_and_vietnamese(line: str, anywhere: Typed) -> None:
    told = anywhere(*line.split(" "))
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("Cách dùng: ") and not ENGLISH.search(told.err)


def test_a_complaint_nobody_translated_is_still_vietnamese() -> None:
    assert in_vietnamese("something new in argparse") == "Lệnh viết chưa đúng."


@pytest.mark.parametrize(
    "line", ["--json --store S round list", "round list --store S --json", "--json round --store S list"]
)
def test_global_options_may_stand_before_and_after(line: str) -> None:
    options = parser_of(COMMANDS).parse_args(line.split())
    assert (str(options.store), options.json) == ("S", True)


def test_an_option_typed_before_survives_the_command() -> None:
    options = parser_of(COMMANDS).parse_args(["--store", "S", "members"])
    assert str(options.store) == "S" and not hasattr(options, "json")


def test_no_two_commands_have_the_same_words() -> None:
    assert len({command.words for command in COMMANDS}) == len(COMMANDS)
