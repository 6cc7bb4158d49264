"""Passwords and users by command: set, asked for, changed, forgotten, taken off."""

from pathlib import Path

import pytest

from tests.commands.conftest import Typed

PASSWORD, OTHER = "Đoàn kết 1948", "hoa phượng đỏ"


@pytest.fixture
def code(practice: Typed) -> str:
    found = practice("password", "code", "--json").data["code"]
    assert isinstance(found, str)
    return found


def says(monkeypatch: pytest.MonkeyPatch, present: str, new: str = "") -> None:
    """What stands in the environment instead of being typed."""
    monkeypatch.setenv("SO_HOC_TAP_PASSWORD", present)
    monkeypatch.setenv("SO_HOC_TAP_NEW_PASSWORD", new)


@pytest.fixture
def locked(practice: Typed, code: str, monkeypatch: pytest.MonkeyPatch) -> Typed:
    says(monkeypatch, "", PASSWORD)
    assert practice("password", "set", "--code", code, "--name", "Chị Lan").code == 0
    says(monkeypatch, PASSWORD)
    return practice


def test_a_locked_store_answers_with_its_password_alone(locked: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    assert locked("round", "list", "--json").data["rounds"]
    says(monkeypatch, "sai rồi nhé")
    assert locked("round", "list").err.startswith("Mật khẩu không đúng")
    says(monkeypatch, "")
    told = locked("round", "list")
    assert (told.code, told.out) == (1, "") and "SO_HOC_TAP_PASSWORD" in told.err


def test_users_are_added_listed_and_removed(locked: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    says(monkeypatch, PASSWORD, OTHER)
    assert locked("user", "add", "Bác Tư", "--role", "viewer").code == 0
    assert [each["name"] for each in locked("user", "list", "--json").data["users"]] == ["Chị Lan", "Bác Tư"]
    assert "Chỉ xem" in locked("user", "list").out
    says(monkeypatch, OTHER)
    assert "chỉ được xem" in locked("round", "new", "--name", "Đợt sau", "--half-days", "lực lượng vũ trang=3").err
    says(monkeypatch, PASSWORD)
    assert locked("user", "remove", "Bác Tư").code == 0
    says(monkeypatch, OTHER)
    assert locked("user", "list").code == 1


def test_whoever_forgot_the_password_uses_the_code(locked: Typed, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    says(monkeypatch, code, OTHER)
    assert locked("user", "password", "Chị Lan").code == 0
    says(monkeypatch, OTHER, PASSWORD)
    assert locked("password", "change").code == 0
    says(monkeypatch, PASSWORD)
    fresh = locked("password", "code", "--json").data["code"]
    assert locked("password", "recovery", "--code", fresh).code == 0
    says(monkeypatch, code)
    assert locked("user", "list").code == 1


def test_the_password_is_taken_off_again(locked: Typed, monkeypatch: pytest.MonkeyPatch) -> None:
    assert locked("password", "remove").code == 0
    says(monkeypatch, "")
    assert locked("round", "list").code == 0
    assert "không có mật khẩu" in locked("password", "remove").err
    assert "không có mật khẩu" in locked("user", "list").out


def test_a_locked_backup_is_proven_and_put_back(
    locked: Typed, anywhere: Typed, tmp_path: Path, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy, into = tmp_path / "một.sht-backup", tmp_path / "mới" / "sổ.sht"
    assert locked("backup", copy).code == 0
    assert locked("verify", copy).code == 0
    assert locked("restore", copy).code == 0
    says(monkeypatch, code)
    assert anywhere("restore", copy, "--store", into).code == 0
    assert anywhere("round", "list", "--store", into).code == 0
    says(monkeypatch, "")
    assert "SO_HOC_TAP_PASSWORD" in anywhere("verify", copy).err


def test_a_code_typed_back_wrongly_sets_no_password(
    practice: Typed, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    says(monkeypatch, "", PASSWORD)
    assert "nhóm" in practice("password", "set", "--code", code[:-2]).err
    assert practice("round", "list").code == 0
