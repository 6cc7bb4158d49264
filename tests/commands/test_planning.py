"""A round planned at the command line: copied, seated, its roll changed, strangers written in and found again."""

from tests.commands.conftest import Typed


def test_a_round_is_shown_with_its_figures(practice: Typed) -> None:
    found = practice("round", "show", "--json").data
    assert found["figures"]["must_attend"] == practice("roll", "--json").data["totals"]["must_attend"]
    assert found["round"]["documents"][1]["number"] == "01-CT/TW"
    assert "Chỉ tiêu" in practice("round", "show").out


def test_a_round_is_copied_to_another_day(practice: Typed) -> None:
    before = practice("venues", "--json").data["venues"]
    made = practice("round", "copy", "--name", "Đợt sau", "--starts-on", "27/03/2022", "--json").data
    assert made["conferences"][0]["half_days"][0]["held_on"] == "2022-03-27"
    after = practice("venues", "--conference", made["conferences"][0]["id"], "--json").data["venues"]
    assert [(v["name"], v["cells"]) for v in after] == [(v["name"], v["cells"]) for v in before]


def test_required_half_days_are_said_by_audience(practice: Typed) -> None:
    made = practice("round", "new", "--name", "Đợt sau", "--half-days", "lực lượng vũ trang=3", "--json").data
    assert made["round"]["required_half_days"] == [["armed_forces", 3]]


def test_a_venue_is_put_right_and_keeps_the_rest(practice: Typed) -> None:
    before = practice("venues", "--json").data["venues"][-1]
    practice(
        "venues", "--edit", before["id"], "--phone", "0912345678", "--line", "Cáp quang VNPT", "--follower", "Lê Văn B"
    )
    after = next(v for v in practice("venues", "--json").data["venues"] if v["id"] == before["id"])
    said = {"phone": "0912345678", "line_note": "Cáp quang VNPT", "follower": "Lê Văn B"}
    assert after == before | said


def test_a_venue_is_not_put_under_itself(practice: Typed) -> None:
    venue = practice("venues", "--json").data["venues"][-1]
    told = practice("venues", "--edit", venue["id"], "--under", venue["id"])
    assert told.code == 1 and "không thể trực thuộc chính nó" in told.err


def test_seats_by_room_are_shown_without_being_kept(practice: Typed) -> None:
    for venue in practice("venues", "--json").data["venues"]:
        practice("venues", "--edit", venue["id"], "--capacity", 20)
    before = practice("venues", "--json").data
    found = practice("seat", "--auto", "--afresh", "--dry-run", "--json").data
    people = practice("roll", "--json").data["totals"]
    assert sum(v["seated"] for v in found["venues"]) + found["left_over"] == people["must_attend"] + people["guests"]
    assert not found["kept"] and practice("venues", "--json").data == before


def test_a_person_is_seated_elsewhere(practice: Typed) -> None:
    person = practice("roll", "--names", "must-attend", "--json").data["names"][0]
    venue = practice("venues", "--json").data["venues"][-1]
    practice("seat", "--member", person["code"], "--venue", venue["id"])
    after = practice("roll", "--names", "must-attend", "--json").data["names"][0]
    assert (after["code"], after["venue"]) == (person["code"], venue["name"])


def test_people_are_taken_off_and_put_back_with_a_reason(practice: Typed) -> None:
    before = practice("roll", "--json").data["totals"]
    codes = [p["code"] for p in practice("roll", "--names", "must-attend", "--json").data["names"][:2]]
    practice("roll", "--take-off", *codes, "--reason", "đi công tác")
    assert practice("roll", "--json").data["totals"]["other"] == before["other"] + 2
    practice("roll", "--restore", *codes, "--reason", "đã về")
    assert practice("roll", "--json").data["totals"] == before


def test_a_change_without_a_reason_is_refused(practice: Typed) -> None:
    code = practice("roll", "--names", "must-attend", "--json").data["names"][0]["code"]
    told = practice("roll", "--take-off", code)
    assert told.code == 1 and "Chưa ghi lý do" in told.err


def test_a_stranger_is_written_in_and_joined(practice: Typed) -> None:
    person = practice("roll", "--names", "must-attend", "--json").data["names"][0]
    (stranger,) = practice("write-in", "--name", person["full_name"], "--note", "đến muộn", "--json").data["unknown"]
    assert person["code"] in [each["code"] for each in practice("join", stranger["id"], "--json").data["members"]]
    assert practice("join", stranger["id"], "--to", person["code"], "--json").data["member"]["code"] == person["code"]
    assert practice("write-in", "--json").data["unknown"] == []


def test_a_stranger_taken_into_the_register_is_no_longer_joined(practice: Typed) -> None:
    absent = practice("roll", "--names", "must-attend", "--json").data["names"][0]
    (stranger,) = practice("write-in", "--name", absent["full_name"], "--json").data["unknown"]
    practice("write-in", "--accept", stranger["id"])
    assert practice("join", stranger["id"], "--to", absent["code"]).code == 1


def test_activities_are_added_up(practice: Typed) -> None:
    practice("activities", "--add", "Nghị quyết Đại hội XIII", "--on", "10/04/2021", "--count", "120")
    found = practice("activities", "--add", "Tọa đàm", "--audience", "Hội viên", "--json").data
    assert found["totals"] == {"held": 2, "turnout": 120, "uncounted": 1}
    left = practice("activities", "--remove", found["activities"][0]["id"], "--json").data
    assert left["totals"]["held"] == 1
