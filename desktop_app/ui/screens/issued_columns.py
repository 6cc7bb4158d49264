"""The columns of the register of issued documents, wherever it is shown. No screens here."""

from collections.abc import Sequence

from desktop_app.domain.dates import show_date
from desktop_app.services.issuing import IssuedDocument
from desktop_app.ui.style import Tone
from desktop_app.ui.table_model import Column


def state(document: IssuedDocument) -> str:
    """“Có hiệu lực”, or when and why it was withdrawn."""
    if document.withdrawn_on is None:
        return "Có hiệu lực"
    return f"Thu hồi {show_date(document.withdrawn_on)}: {document.withdrawn_reason}"


def tone(document: IssuedDocument) -> Tone:
    return Tone.GOOD if document.withdrawn_on is None else Tone.BAD


COLUMNS: Sequence[Column] = (
    Column(key="symbol", title="Số, ký hiệu", value=lambda d: d.symbol, width=128, least=96),
    Column(
        key="day",
        title="Ngày",
        value=lambda d: show_date(d.issued_on),
        sort_key=lambda d: (d.issued_on, d.id),
        width=96,
    ),
    Column(key="title", title="Văn bản", value=lambda d: d.title, width=400, least=200),
    Column(key="signer", title="Người ký", value=lambda d: d.signer or "", width=160, least=104),
    Column(key="term", title="Nhiệm kỳ", value=lambda d: d.term, width=96),
    Column(key="state", title="Tình trạng", value=state, tone=tone, width=176, least=120),
)
