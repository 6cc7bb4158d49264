"""What the office sets once about essays and files."""

import pytest

from desktop_app.domain.refusal import Refusal
from desktop_app.services import attachments, essay_settings, journal
from desktop_app.services.essay_settings import EssaySettings
from desktop_app.services.store import Store

USUAL = EssaySettings(megabytes=20, forward_passed=False)


def test_settings_are_kept_and_taken_back_as_one(store: Store) -> None:
    assert essay_settings.essay_settings(store) == USUAL
    wanted = EssaySettings(megabytes=5, forward_passed=True)
    essay_settings.save(store, wanted)
    assert essay_settings.essay_settings(store) == wanted
    assert attachments.limit(store) == 5 * 1024 * 1024
    journal.undo(store)
    assert essay_settings.essay_settings(store) == USUAL


@pytest.mark.parametrize("megabytes", [0, 201])
def test_a_bound_that_cannot_be_is_refused(store: Store, megabytes: int) -> None:
    with pytest.raises(Refusal, match="từ 1 đến 200 MB"):
        essay_settings.save(store, EssaySettings(megabytes=megabytes, forward_passed=False))
