"""What was written down wrongly about an organization: its name, head lines of its documents. No decision is needed.

What a decision changes from a day on is the business of `reorganization`.
"""

from db import organizations as kept
from db.keys import tidy
from db.records import Organization
from db.store import Store
from desktop_app.services.office import today
from desktop_app.services.organizations import name_keys, organization


def correct_name(store: Store, organization_id: int, name: str) -> Organization:
    """The name it had all along but was mistyped; names of earlier periods stay."""
    found, day = organization(store, organization_id), today(store).isoformat()
    keys = name_keys(store, found.kind, name, found.parent_id, day, (organization_id,))
    with store.gesture("organization.correct", f"Sửa tên “{found.name}” thành “{keys['name']}”"):
        kept.correct(store, organization_id, day, **keys)
    return organization(store, organization_id)


def set_head_lines(store: Store, organization_id: int, superior: str | None, issuer: str | None) -> Organization:
    """The lines on top of its documents; None = worked out from the names."""
    found = organization(store, organization_id)
    with store.gesture("organization.lines", f"Sửa dòng đầu văn bản của “{found.name}”"):
        kept.correct(
            store,
            organization_id,
            today(store).isoformat(),
            superior_line=tidy(superior or "") or None,
            issuer_line=tidy(issuer or "") or None,
        )
    return organization(store, organization_id)
