"""What a document is about when the clerk chose little or nothing: the newest round, its main conference, all cells."""

from db.records import Conference, StudyRound, Venue
from db.values import ConferenceKind
from desktop_app.domain.names import cell_title
from desktop_app.domain.refusal import Refusal
from desktop_app.forms.form import Subject
from desktop_app.services import conferences, organizations, rounds
from desktop_app.services.store import Store


def summoned_round(store: Store, subject: Subject) -> StudyRound:
    """The round chosen, or the newest. Refuses a round to which nobody has been summoned yet."""
    found = the_round(store, subject)
    if not any(held.frozen_at for held in main_conferences(store, found.id)):
        raise Refusal(
            f"Đợt “{found.name}” chưa có hội nghị nào chốt danh sách triệu tập; hãy chốt danh sách rồi in lại."
        )
    return found


def frozen_conference(store: Store, subject: Subject) -> Conference:
    """The conference chosen, or that of the venue, or the first of the round whose roll is frozen."""
    found = the_conference(store, subject)
    if found.frozen_at is None:
        raise Refusal(f"Hội nghị “{found.name}” chưa chốt danh sách triệu tập; hãy chốt danh sách rồi in lại.")
    return found


def main_conferences(store: Store, round_id: int) -> list[Conference]:
    """The conferences that count for a round: not those where absences are made up."""
    return [held for held in conferences.conferences(store, round_id) if held.kind is ConferenceKind.MAIN]


def cell_name(store: Store, subject: Subject) -> str:
    """“Chi bộ …” of the cell chosen, or empty for all cells."""
    if subject.cell_id is None:
        return ""
    return cell_title(organizations.organization(store, subject.cell_id).name)


def venues_of(store: Store, found: Conference, subject: Subject) -> list[Venue]:
    """The venues a document covers. Refuses a venue of another conference."""
    known = conferences.venues(store, found.id)
    wanted = [venue for venue in known if subject.venue_id in (None, venue.id)]
    if subject.venue_id is not None and not wanted:
        raise Refusal("Điểm cầu này không thuộc hội nghị đã chọn; hãy chọn lại điểm cầu.")
    return wanted


def the_round(store: Store, subject: Subject) -> StudyRound:
    """The round chosen, or that of the conference or venue chosen, or the newest."""
    if subject.round_id is not None:
        return rounds.study_round(store, subject.round_id)
    if subject.conference_id is not None or subject.venue_id is not None:
        return rounds.study_round(store, the_conference(store, subject).round_id)
    newest = rounds.newest(store)
    if newest is None:
        raise Refusal("Chưa có đợt học tập nào; hãy thêm một đợt học tập rồi in lại.")
    return newest


def the_conference(store: Store, subject: Subject) -> Conference:
    """The conference chosen, or that of the venue, or the first of the round whose roll is frozen, or its first."""
    if subject.conference_id is not None:
        return conferences.conference(store, subject.conference_id)
    if subject.venue_id is not None:
        return _conference_of(store, subject.venue_id)
    known = main_conferences(store, the_round(store, subject).id)
    if not known:
        raise Refusal("Đợt học tập chưa có hội nghị nào; hãy thêm hội nghị rồi in lại.")
    return next((held for held in known if held.frozen_at), known[0])


def _conference_of(store: Store, venue_id: int) -> Conference:
    for held in conferences.conferences(store):
        if any(venue.id == venue_id for venue in conferences.venues(store, held.id)):
            return held
    raise Refusal("Không còn điểm cầu này; hãy tải lại danh sách.")
