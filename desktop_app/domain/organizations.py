"""Which organization may stand under which, and the head lines of its documents. Nothing here knows a date."""

from db.records import Organization
from db.values import OrganizationKind
from desktop_app.domain.names import cell_title, superior_line
from desktop_app.domain.words import word

ORDER = tuple(OrganizationKind)
TOPS = (OrganizationKind.PROVINCE_COMMITTEE, OrganizationKind.WARD_COMMITTEE)


def why_not_under(kind: OrganizationKind, parent: OrganizationKind | None) -> str | None:
    """The sentence against a kind standing under another (None = at the top), or None when it may.

    Đảng bộ phường, xã → đảng bộ cơ sở or chi bộ → đảng bộ bộ phận → chi bộ → tổ đảng (Quy định 298-QĐ/TW, 09/6/2025);
    committees of one kind may stand under one another, so that wards of one office can be kept before they merge.
    """
    said = word(kind)
    if parent is None:
        return None if kind in TOPS else f"{said} phải trực thuộc một đảng bộ; hãy chọn tổ chức cấp trên."
    if kind is OrganizationKind.PARTY_GROUP:
        return None if parent is OrganizationKind.CELL else "Tổ đảng phải thuộc một chi bộ; hãy chọn chi bộ."
    if parent in (OrganizationKind.CELL, OrganizationKind.PARTY_GROUP):
        return f"{said} không trực thuộc chi bộ hay tổ đảng; hãy chọn đảng bộ cấp trên."
    if ORDER.index(kind) < ORDER.index(parent):
        return f"{said} không trực thuộc {word(parent).lower()}; hãy chọn tổ chức cấp trên khác."
    return None


def head_lines(organization: Organization, parent: Organization | None) -> tuple[str, str]:
    """(superior, issuer) lines of its documents in capitals: those kept, else from the names."""
    above = organization.superior_line or (superior_line(parent.name) if parent else "")
    name = cell_title(organization.name) if organization.kind is OrganizationKind.CELL else organization.name
    return above, organization.issuer_line or name.upper()
