"""The printed documents, one file each, and the one list of them."""

from typing import Any

from desktop_app.domain.refusal import Refusal
from desktop_app.forms.documents import (
    action_plans,
    cell_list,
    confirmation,
    confirmed_list,
    coverage_chart,
    data_check,
    dunning_letter,
    essay_sheet,
    essays_missing,
    forwarding_list,
    four_figures,
    guest_list,
    handover,
    invitation,
    marking_sheet,
    member_cards,
    member_register,
    not_studied,
    people_lists,
    person_data,
    person_sheet,
    plan,
    programme,
    quick_report,
    reminder,
    reminder_slips,
    result_report,
    roll_list,
    seating_list,
    sign_in,
    summary_table,
    summons,
    venue_minutes,
)
from desktop_app.forms.form import Form
from desktop_app.services.access import is_limited
from desktop_app.services.store import Store

FORMS: tuple[Form[Any], ...] = (
    plan.FORM,
    summons.FORM,
    summons.LETTER_FORM,
    invitation.FORM,
    programme.FORM,
    reminder.FORM,
    seating_list.FORM,
    guest_list.FORM,
    venue_minutes.FORM,
    quick_report.FORM,
    roll_list.FORM,
    sign_in.FORM,
    not_studied.FORM,
    reminder_slips.FORM,
    *people_lists.FORMS,
    essays_missing.FORM,
    essay_sheet.FORM,
    essay_sheet.COVER_FORM,
    marking_sheet.FORM,
    confirmation.FORM,
    confirmed_list.FORM,
    forwarding_list.FORM,
    result_report.FORM,
    summary_table.FORM,
    coverage_chart.FORM,
    action_plans.FORM,
    dunning_letter.FORM,
    four_figures.FORM,
    member_register.FORM,
    cell_list.FORM,
    cell_list.CHART_FORM,
    person_sheet.FORM,
    person_data.FORM,
    data_check.FORM,
    handover.FORM,
    handover.BACKUP_FORM,
    *member_cards.LABEL_FORMS,
)


def offered(store: Store) -> tuple[Form[Any], ...]:
    """The forms whoever holds the store may print."""
    return tuple(each for each in FORMS if not (is_limited(store) and each.is_whole))


def form(form_id: str) -> Form[Any]:
    """The form of this id. Raises Refusal that lists the ids there are."""
    found = next((each for each in FORMS if each.id == form_id.strip()), None)
    if found is None:
        known = ", ".join(f"{each.id} ({each.title})" for each in FORMS)
        raise Refusal(f"Không có mẫu in “{form_id.strip()}”; hãy chọn một trong các mẫu: {known}.")
    return found
