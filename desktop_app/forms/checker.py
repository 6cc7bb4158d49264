"""Reads a composed document as the office's own proof-reader would, before it is printed.

It judges form alone, by Quy định 399-QĐ/TW, Hướng dẫn 36-HD/VPTW and 05-HD/VPTW, and changes nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.domain.wording import LayoutYear
from desktop_app.forms.blocks import (
    Addressee,
    BulletLine,
    Document,
    Head,
    LetterSubject,
    Paragraph,
    Recipients,
    Signature,
    Signer,
    Title,
)
from desktop_app.forms.checker_words import (
    ADVISORY,
    CODES,
    COMMUNE,
    DATE,
    DEGREE,
    FIELD,
    KNOWN,
    LETTER,
    NUMBER,
    NUMBERED,
    PROVINCE,
    STATE,
    STATE_SIGNS,
)
from desktop_app.forms.plain import words


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about what is wrong and what would be right; a `serious` one must not leave the office unseen."""

    sentence: str
    serious: bool = True


def check(document: Document) -> tuple[Finding, ...]:
    """Each finding once, in the order of the paper. Slips and cards, which have no
    head and are no kind of document, are read for their texts alone."""
    return tuple(dict.fromkeys(_all(document)))


def _all(document: Document) -> Iterator[Finding]:
    blocks = document.blocks
    yield from _texts(document)
    headed = any(isinstance(block, Head) for block in blocks)
    if not headed and any(isinstance(block, Title) and block.kind in CODES for block in blocks):
        yield Finding("Thiếu phần đầu văn bản (cơ quan ban hành và “ĐẢNG CỘNG SẢN VIỆT NAM”).")
    for at, block in enumerate(blocks):
        match block:
            case Head():
                yield from _head(block)
                yield from _number(block, blocks[at + 1] if at + 1 < len(blocks) else None)
            case Title() if headed:
                yield from _title(block)
            case LetterSubject(text):
                yield from _full_stop(text)
            case Signature():
                yield from _end(blocks[at - 1]) if at else ()
                yield from _signature(block, _issuer(document), document.layout_year)
            case Recipients():
                yield from _recipients(block)
    yield from _submission(document)


def _issuer(document: Document) -> str:
    return next((block.issuer for block in document.blocks if isinstance(block, Head)), "")


def _texts(document: Document) -> Iterator[Finding]:
    for text in words(document.blocks):
        if STATE.search(text):
            yield Finding("Có tiêu đề của văn bản Nhà nước; văn bản của Đảng chỉ ghi “ĐẢNG CỘNG SẢN VIỆT NAM”.")
        if "./." in text:
            yield Finding("Văn bản của Đảng kết thúc bằng dấu chấm “.”, không ghi “./.”.")
        if field := FIELD.search(text):
            yield Finding(f"Còn chỗ chưa điền “{field[0]}”; hãy điền hoặc sửa câu ấy.")


def _head(head: Head) -> Iterator[Finding]:
    if not head.issuer.strip():
        yield Finding("Phần đầu chưa có tên cơ quan ban hành; hãy ghi trong Thiết lập.")
    if not head.superior.strip():
        yield Finding("Phần đầu chưa có tên cơ quan cấp trên trực tiếp; hãy ghi trong Thiết lập.")
    elif COMMUNE.match(head.issuer) and not PROVINCE.match(head.superior):
        yield Finding(
            f"Cấp trên của “{head.issuer}” phải là đảng bộ tỉnh hoặc thành phố, không phải “{head.superior}”."
        )
    elif ADVISORY.match(head.issuer) and not COMMUNE.match(head.superior):
        yield Finding(f"Phía trên “{head.issuer}” phải là tên đảng ủy, không phải “{head.superior}”.")
    elif head.issuer.startswith("CHI BỘ") and not head.superior.startswith("ĐẢNG BỘ"):
        yield Finding(f"Phía trên “{head.issuer}” phải là tên đảng bộ, không phải “{head.superior}”.")
    if head.issuer.startswith("VĂN PHÒNG ĐẢNG"):
        yield Finding("Cơ quan ban hành chỉ ghi “VĂN PHÒNG”, tên đảng ủy ở dòng trên.", serious=False)
    if not head.place_and_date.strip():
        yield Finding("Thiếu địa danh và ngày, tháng, năm.")
    elif "," not in head.place_and_date:
        yield Finding("Thiếu địa danh trước ngày, tháng, năm; hãy ghi địa danh trong Thiết lập.")
    elif not DATE.search(head.place_and_date):
        yield Finding("Ngày dưới 10 và tháng 1, 2 phải có số 0 ở trước: “ngày 05 tháng 02 năm 2026”.", serious=False)


def _number(head: Head, after: object) -> Iterator[Finding]:
    """The number and symbol, against what the document calls itself right after its head."""
    said = after.kind.strip() if isinstance(after, Title) else ""
    symbol = head.number_symbol
    if not symbol.strip():
        if said in NUMBERED or isinstance(after, LetterSubject):
            yield Finding("Thiếu số và ký hiệu văn bản.")
        return
    form = NUMBER.fullmatch(symbol)
    if not form:
        colon = " Sau chữ “Số” không có dấu hai chấm." if symbol.startswith("Số:") else ""
        yield Finding(f"Số và ký hiệu “{symbol}” sai mẫu; phải viết như “Số 12-BC/ĐU”.{colon}")
        return
    if len(form["number"]) == 1 and form["number"].isdigit():
        yield Finding(f"Số dưới 10 phải có số 0 ở trước: “Số 0{form['number']}-{form['code']}/{form['body']}”.", False)
    code = LETTER if isinstance(after, LetterSubject) else CODES.get(said, "")
    if code and form["code"] not in (code, f"{code}i" if said == "QUY ĐỊNH" else code):
        what = "Công văn" if code == LETTER else said.capitalize()
        yield Finding(f"{what} mang ký hiệu {code}, không phải {form['code']}.")
    elif form["code"] not in KNOWN:
        yield Finding(f"Ký hiệu loại văn bản “{form['code']}” không có trong quy định.", serious=False)


def _title(title: Title) -> Iterator[Finding]:
    if title.kind != title.kind.upper():
        yield Finding(f"Tên loại văn bản viết in hoa: “{title.kind.upper()}”.")
    if title.subject[:1].isupper():
        yield Finding(f"Trích yếu bắt đầu bằng chữ thường: “{title.subject[:40].rstrip()}…”.", serious=False)
    yield from _full_stop(title.subject)


def _full_stop(subject: str) -> Iterator[Finding]:
    if subject.rstrip().endswith("."):
        yield Finding("Cuối trích yếu không có dấu chấm.", serious=False)


def _end(before: object) -> Iterator[Finding]:
    """The last words over the signature."""
    if not isinstance(before, (Paragraph, BulletLine)):
        return
    text = " ".join(words(before.text)).rstrip()
    if text and text[-1] not in ".…”:)":
        yield Finding("Câu cuối của văn bản phải kết thúc bằng dấu chấm.", serious=False)


def _signature(block: Signature, issuer: str, year: LayoutYear) -> Iterator[Finding]:
    for side in (block.left, block.right):
        if isinstance(side, Recipients):
            yield from _recipients(side)
        elif side is not None:
            yield from _signer(side, issuer, year)


def _signer(signer: Signer, issuer: str, year: LayoutYear) -> Iterator[Finding]:
    authority, position = signer.authority.upper().strip(), signer.position.upper().strip()
    both = f"{authority}\n{position}"
    if STATE_SIGNS.match(authority) and not authority.startswith("Q."):
        yield Finding(
            f"Quyền hạn ký của Đảng viết “{authority[0]}/{authority[1:2]}”, không viết “{authority.split()[0]}”."
        )
    if "K/T BÍ THƯ" in both:
        yield Finding("Cấp ủy làm việc tập thể: phó bí thư ký “T/M …”, dưới ghi “PHÓ BÍ THƯ”, không ghi “K/T BÍ THƯ”.")
    if "T/M CHI ỦY" in both or "T/M CHI UỶ" in both:
        yield Finding("Văn bản của chi bộ ký “T/M CHI BỘ”, không ký “T/M CHI ỦY”.")
    if "BÍ THƯ ĐẢNG" in position or "BÍ THƯ CHI BỘ" in position:
        yield Finding(f"Chức vụ người ký chỉ ghi “{position.partition(' THƯ')[0]} THƯ”, không kèm tên tổ chức.")
    if issuer.startswith("CHI BỘ") and authority.startswith("T/M ĐẢNG"):
        yield Finding("Chi bộ ban hành thì ký “T/M CHI BỘ”; người ký đang ghi thay mặt đảng ủy.")
    if authority.startswith("T/M CHI BỘ") and COMMUNE.match(issuer):
        yield Finding("Đảng ủy ban hành thì không ký “T/M CHI BỘ”.")
    if year is LayoutYear.Y2026 and DEGREE.match(signer.name):
        yield Finding("Trước họ tên người ký không ghi học hàm, học vị, quân hàm.")


def _recipients(block: Recipients) -> Iterator[Finding]:
    if not block.items:
        yield Finding("“Nơi nhận” chưa có ai.")
        return
    last = block.items[-1].strip().lstrip("-–").strip()
    if not last.startswith("Lưu"):
        yield Finding("Dòng cuối của “Nơi nhận” phải là nơi lưu: “Lưu Văn phòng …”.", serious=False)
    elif last.startswith("Lưu:") or "VT" in last.split():
        yield Finding("Nơi lưu ghi liền, không có dấu hai chấm, không ghi “VT”: “Lưu Văn phòng …”.", serious=False)


def _submission(document: Document) -> Iterator[Finding]:
    """A tờ trình addresses its superior so since 2026."""
    if document.layout_year is not LayoutYear.Y2026:
        return
    if any(isinstance(block, Title) and block.kind == "TỜ TRÌNH" for block in document.blocks):
        for block in document.blocks:
            if isinstance(block, Addressee) and not block.salutation.startswith("Kính trình"):
                yield Finding("Tờ trình ghi “Kính trình:”, không ghi “Kính gửi:”.", serious=False)
