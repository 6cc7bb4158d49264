"""Erasing by command: said what goes before, done only for good, and never to who is still in the register."""

from tests.commands.conftest import Typed


def a_code(practice: Typed) -> str:
    code = practice("members", "--json").data["members"][0]["code"]
    assert isinstance(code, str)
    return code


def test_who_is_in_the_register_is_not_erased(practice: Typed) -> None:
    told = practice("erase", a_code(practice), "--for-good")
    assert told.code == 1 and "còn trong sổ" in told.err


def test_who_has_died_is_erased_once_it_is_meant_for_good(practice: Typed) -> None:
    code = a_code(practice)
    assert practice("died", code, "--on", "05/04/2021").code == 0
    told = practice("erase", code)
    assert told.code == 1 and "--for-good" in told.err
    assert practice("erase", code, "--for-good", "--json").data == {"code": code}
    assert "Không tìm thấy" in practice("person", code).err
    assert "Không tìm thấy" in practice("erase", code, "--for-good").err
    assert "Không có mã" in practice("bin", "--restore", code).err
