"""The command line as argparse sees it, in Vietnamese from the first word to the last."""

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from desktop_app import __version__
from desktop_app.commands.command import Command

ABOUT = "Sổ Học Tập: theo dõi việc học tập, quán triệt nghị quyết. Không ghi lệnh nào thì mở cửa sổ chương trình."
GROUPS = {
    "import": "nhập danh sách từ tệp",
    "export": "xuất danh sách ra tệp",
    "reorganize": "chia tách, sáp nhập, chuyển, đổi tên, giải thể tổ chức đảng theo quyết định",
    "round": "tạo và xem các đợt học tập",
    "milestone": "ghi báo cáo, kế hoạch các đơn vị phải nộp",
    "conference": "tạo và xem các hội nghị của đợt",
    "makeup-conference": "lập hội nghị học bù và xếp buổi được học thay",
    "sheet": "gửi và nhận phiếu điểm danh",
    "essay": "nhận, chấm, xác nhận, gửi và xem bài thu hoạch",
    "password": "đặt, đổi, bỏ mật khẩu của sổ; mã khôi phục",
    "user": "những người được mở sổ có mật khẩu",
}
ENGLISH = (
    (r"the following arguments are required: (.*)", r"Còn thiếu: \1."),
    (r"unrecognized arguments: (.*)", r"Không hiểu phần: \1."),
    (r"one of the arguments (.*) is required", r"Phải ghi một trong các tùy chọn: \1."),
    (r"argument (.*): not allowed with argument (.*)", r"Không dùng \1 cùng với \2."),
    (r"argument (.*): expected at least one argument", r"Sau \1 phải có ít nhất một giá trị."),
    (r"argument (.*): expected \S+ arguments?", r"Sau \1 phải có một giá trị."),
    (r"argument (.*): ignored explicit argument (.*)", r"Tùy chọn \1 không nhận giá trị \2."),
    (r"argument (.*): invalid choice: '?(.*?)'? \(choose from (.*)\)", r"\1 không có “\2”; chọn một trong: \3."),
    (r"argument (.*?): (.*)", r"\1: \2"),
)


class Formatter(argparse.HelpFormatter):
    """Help that begins with "Cách dùng", with room for the longest option."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=32)

    def add_usage(self, usage: str | None, actions: Iterable[Any], groups: Iterable[Any], prefix: Any = None) -> None:
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """Whole option names only; wrong usage ends with exit 2."""

    def __init__(self, **texts: Any) -> None:
        super().__init__(**texts, add_help=False, allow_abbrev=False, formatter_class=Formatter)
        self._positionals.title = "tham số"
        self._optionals.title = "tùy chọn"
        self.add_argument("-h", "--help", action="help", help="xem trợ giúp này")

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"{in_vietnamese(message)} Thêm --help để xem trợ giúp.\n")


def in_vietnamese(message: str) -> str:
    """argparse's own complaint, said our way."""
    for pattern, said in ENGLISH:
        if re.fullmatch(pattern, message, re.DOTALL):
            return re.sub(pattern, said, message, flags=re.DOTALL)
    return "Lệnh viết chưa đúng."


def add_global_options(parser: Parser) -> None:
    """Options every command takes, before or after its words: left out, they leave what was said before alone."""
    silent = argparse.SUPPRESS
    parser.add_argument("--store", type=Path, metavar="TỆP", default=silent, help="tệp sổ; mặc định là sổ của máy này")
    parser.add_argument("--json", action="store_true", default=silent, help="trả lời bằng JSON (UTF-8)")


def program_name() -> str:
    return Path(sys.executable).stem if getattr(sys, "frozen", False) else "python -m desktop_app"


def parser_of(commands: Sequence[Command]) -> Parser:
    """The parser of all commands; what it parses carries the chosen one as `command`."""
    top = Parser(prog=program_name(), description=ABOUT)
    add_global_options(top)
    top.add_argument(
        "--version", action="version", version=f"Sổ Học Tập {__version__}", help="xem số phiên bản của chương trình"
    )
    choices: dict[tuple[str, ...], Any] = {(): top.add_subparsers(title="lệnh", metavar="LỆNH", required=True)}
    for command in commands:
        group, word = command.words[:-1], command.words[-1]
        if group not in choices:
            branch = choices[()].add_parser(group[0], help=GROUPS[group[0]], description=sentence(GROUPS[group[0]]))
            add_global_options(branch)
            choices[group] = branch.add_subparsers(title="lệnh", metavar="LỆNH", required=True)
        leaf = choices[group].add_parser(word, help=command.summary, description=sentence(command.summary))
        add_global_options(leaf)
        command.arguments(leaf)
        leaf.set_defaults(command=command)
    return top


def sentence(summary: str) -> str:
    """The summary of a list as a sentence of its own."""
    return f"{summary[0].upper()}{summary[1:]}."
