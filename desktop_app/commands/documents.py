"""The register of issued documents: listed, searched, printed again as they were, withdrawn."""

from argparse import ArgumentParser
from pathlib import Path

from desktop_app import paths
from desktop_app.commands import typed
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import day, table
from desktop_app.domain.refusal import Refusal
from desktop_app.services import issuing
from desktop_app.services.issuing import IssuedDocument
from desktop_app.services.journal import record_output
from desktop_app.services.office import today


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("text", metavar="CHỮ", nargs="?", default="", help="chỉ văn bản có chữ này")
    parser.add_argument("--kind", metavar="LOẠI", help="chỉ loại này, ví dụ BC")
    parser.add_argument("--reprint", metavar="VĂN_BẢN", help="in lại nguyên bản đã phát hành, cần --out")
    parser.add_argument("--withdraw", metavar="VĂN_BẢN", help="thu hồi văn bản này, cần --reason")
    parser.add_argument("--reason", metavar="LÝ_DO", default="", help="lý do thu hồi")
    parser.add_argument("--on", metavar="NGÀY", type=typed.day, help="ngày thu hồi; mặc định là hôm nay")
    parser.add_argument("--out", metavar="TỆP", type=Path, help="tệp PDF sẽ ghi khi in lại")


def run(call: Call) -> Answer:
    if call.options.withdraw:
        found = issuing.find_document(call.store, call.options.withdraw)
        on = call.options.on or today(call.store).isoformat()
        return answer([issuing.withdraw(call.store, found.id, on, call.options.reason)])
    if call.options.reprint:
        return reprint(call)
    return answer(issuing.documents(call.store, call.options.text, call.options.kind))


def reprint(call: Call) -> Answer:
    """The very print that went out, into a file."""
    from desktop_app.commands.issue import write

    if call.options.out is None:
        raise Refusal("Chưa có tệp để ghi bản in; hãy ghi tên tệp sau --out.")
    paths.file_only(call.options.out)
    found = issuing.find_document(call.store, call.options.reprint)
    write(call.options.out, issuing.reprint(call.store, found.id))
    record_output(call.store, "In lại văn bản phát hành", found.symbol)
    return answer([found])


def answer(found: list[IssuedDocument]) -> Answer:
    rows = [(each.id, each.symbol, day(each.issued_on), each.title, state(each)) for each in found]
    lines = table(("Mã", "Số và ký hiệu", "Ngày", "Văn bản", "Tình trạng"), rows)
    return Answer(data={"documents": [as_json(each) for each in found]}, lines=lines)


def state(document: IssuedDocument) -> str:
    if document.withdrawn_on is None:
        return "có hiệu lực"
    return f"thu hồi ngày {day(document.withdrawn_on)}: {document.withdrawn_reason}"


def as_json(document: IssuedDocument) -> Json:
    """What a register says of a document; not its text or print."""
    names = ("id", "symbol", "kind", "number", "term", "issued_on", "title", "form_id", "signer", "round_id")
    told: Json = {name: getattr(document, name) for name in (*names, "withdrawn_on", "withdrawn_reason")}
    return told


COMMAND = Command(words=("documents",), summary="sổ văn bản phát hành", arguments=arguments, run=run)
