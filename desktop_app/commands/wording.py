"""What a form says, and what the office says instead: listed, changed, had back."""

from argparse import ArgumentParser

from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import table
from desktop_app.domain.refusal import Refusal
from desktop_app.services import wordings as kept


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("form", metavar="BIỂU", help="mã biểu như lệnh forms cho biết")
    parser.add_argument("--set", dest="field", metavar="CHỖ", help="sửa câu ở chỗ này, cần --text")
    parser.add_argument("--text", metavar="CÂU", help="câu của văn phòng; các trường viết trong ngoặc nhọn")
    parser.add_argument("--reset", metavar="CHỖ", help="trả câu ở chỗ này về nguyên văn")


def run(call: Call) -> Answer:
    from desktop_app.forms import documents, wordings

    form = documents.form(call.options.form)
    known = {each.field: each for each in form.words}
    for field in filter(None, (call.options.field, call.options.reset)):
        if field not in known:
            places = ", ".join(f"{each.field} ({each.caption})" for each in form.words) or "không có chỗ nào"
            raise Refusal(f"Mẫu “{form.title}” không có chỗ “{field}”; các chỗ sửa được: {places}.")
    if call.options.field and not (call.options.text or "").strip():
        raise Refusal("Chưa có câu để ghi; hãy ghi câu sau --text, hoặc trả về nguyên văn bằng --reset.")
    if call.options.field:
        wordings.save(call.store, form.id, form.title, known[call.options.field], call.options.text)
    if call.options.reset:
        wordings.save(call.store, form.id, form.title, known[call.options.reset], "")
    own = kept.wording(call.store, form.id)
    said = [(each, own.get(each.field, each.text), each.field in own) for each in form.words]
    data = [{"field": each.field, "caption": each.caption, "text": text, "own": ours} for each, text, ours in said]
    rows = [(each.field, each.caption, "đã sửa" if ours else "", text) for each, text, ours in said]
    return Answer(data={"form": form.id, "words": data}, lines=table(("Chỗ", "Tên", "Tình trạng", "Câu"), rows))


COMMAND = Command(words=("wording",), summary="câu chữ của một mẫu, xem và sửa", arguments=arguments, run=run)
