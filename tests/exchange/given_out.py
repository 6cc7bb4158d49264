"""Offices whose people are given out, and what our own importer makes of the file. Not tests themselves."""

from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from db.values import Gender, MemberStatus
from desktop_app.domain.listed import MemberList
from desktop_app.exchange.member_export import COLUMNS
from desktop_app.exchange.member_list import read_member_list
from desktop_app.services import imports
from desktop_app.services.office import today
from desktop_app.services.store import Store
from tests.cast import a_member

NASTY = ("=1+1", "+84 912", "-5", "@cmd", "'=quoted", "''+twice", '=HYPERLINK("http://x","y")', "{=A1}", "a;b,c", '"q"')
EVERY = [name for name in COLUMNS if name != "code"]


def read(out: Path, store: Store) -> MemberList:
    return read_member_list(out, today=today(store))


def counts(store: Store, out: Path) -> tuple[int, int, int, int]:
    planned = imports.plan(store, read(out, store))
    return planned.created, planned.updated, planned.unchanged, planned.held


def three_people(store: Store) -> Store:
    a_member(
        store, "Nguyễn Văn An", gender=Gender.MALE, citizen_id="038060000001", party_card_no="012345678901",
        old_party_card_no="01234567", card_issued_on="2025-11-07", phone="0912345678", party_position="Bí thư",
    )  # fmt: skip
    a_member(store, "Trần Thị Bình", birth_date="1955-03", status=MemberStatus.EXEMPT, status_date="2020-05-01")
    a_member(store, "Lê Đức Cường", birth_date="1905-06-11", cell=None, note="=1+1")
    return store


def dangerous(store: Store) -> None:
    for place, text in enumerate(NASTY):
        a_member(store, f"Nguyễn Văn {chr(65 + place)}", note=text, party_position=text)


def sheet_of(out: Path) -> Worksheet:
    """The one sheet of a workbook, as openpyxl sees it."""
    sheet = openpyxl.load_workbook(out).active
    assert isinstance(sheet, Worksheet)
    return sheet


def formulas(out: Path) -> list[object]:
    """The values of formula cells."""
    return [cell.value for row in sheet_of(out).iter_rows() for cell in row if cell.data_type == "f"]
