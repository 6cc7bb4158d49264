"""Issuing by command: a number, the register, the same print again, withdrawal, and why a figure differs now."""

from pathlib import Path

from tests.commands.conftest import Typed


def issued(practice: Typed) -> dict:  # type: ignore[type-arg]
    told: dict = practice("issue", "result-report", "--on", "5/4/2021", "--json").data  # type: ignore[type-arg]
    return told


def test_without_a_term_nothing_is_issued(practice: Typed) -> None:
    for term in practice("terms", "--json").data["terms"]:
        assert practice("terms", "--remove", term["id"]).code == 0
    told = practice("issue", "result-report")
    assert told.code == 1 and "nhiệm kỳ" in told.err


def test_a_report_is_issued_and_stands_in_the_register(practice: Typed) -> None:
    made = issued(practice)
    assert (made["symbol"], made["issued_on"]) == ("Số 01-BC/ĐU", "2021-04-05")
    assert [each["id"] for each in practice("documents", "bao cao", "--json").data["documents"]] == [made["id"]]


def test_the_print_comes_out_the_same_again(practice: Typed, tmp_path: Path) -> None:
    issued(practice)
    for name in ("a.pdf", "b.pdf"):
        assert practice("documents", "--reprint", "01-BC/ĐU", "--out", tmp_path / name).code == 0
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert practice("documents", "--reprint", "01-BC/ĐU").code == 1


def test_a_document_is_withdrawn_with_a_reason(practice: Typed) -> None:
    issued(practice)
    assert practice("documents", "--withdraw", "01-BC/ĐU").code == 1
    told = practice("documents", "--withdraw", "01-BC/ĐU", "--reason", "sai số liệu", "--json").data
    assert told["documents"][0]["withdrawn_reason"] == "sai số liệu"


def test_a_signer_is_named_and_signs(practice: Typed) -> None:
    practice("signers", "--add", "Trần Thị Phó", "--authority", "T/M ĐẢNG ỦY", "--position", "PHÓ BÍ THƯ")
    assert practice("issue", "result-report", "--signer", "trần thị phó", "--json").data["signer"] == "Trần Thị Phó"
    assert practice("issue", "result-report", "--signer", "Người Lạ").code == 1


def test_why_names_who_joined_since(practice: Typed) -> None:
    issued(practice)
    same = practice("why", "studied", "--document", "01-BC/ĐU", "--json").data
    assert (same["then"], same["people"]) == (same["now"], [])
    code = practice("outstanding", "--json").data["not_studied"][0]["code"]
    practice("makeup", "--member", code, "--on", "5/4/2021", "--confirmed-by", "Bí thư chi bộ")
    told = practice("why", "studied", "--document", "01-BC/ĐU", "--json").data
    assert told["now"] == told["then"] + 1 and told["people"][0]["change"] == "joined"
