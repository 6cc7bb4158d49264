"""The named styles of a Word file, taken from `layout`, so that whoever edits it changes all of a kind at once."""

from dataclasses import dataclass

from desktop_app.forms import layout
from desktop_app.forms.blocks import Align, Level
from desktop_app.forms.docx_xml import WORDS, twips
from desktop_app.forms.layout import MM, Style

FONT = "Times New Roman"
LANGUAGE = "vi-VN"


@dataclass(frozen=True, slots=True)
class Named:
    """`outline` is the level in the contents of the file, from 0; -1 stays out of them."""

    id: str
    name: str
    style: Style
    align: Align = Align.CENTRE
    before: float = 0.0
    first: float = 0.0
    outline: int = -1


_FIRST = layout.FIRST_LINE_MM * MM
_GAP = layout.PARAGRAPH_GAP

HEADINGS = {Level.PART: "Part", Level.SECTION: "Section", Level.ITEM: "Item"}
NAMED = (
    Named("Party", "Tiêu đề Đảng", layout.PARTY_STYLE),
    Named("Superior", "Cơ quan cấp trên", layout.SUPERIOR),
    Named("Issuer", "Cơ quan ban hành", layout.ISSUER),
    Named("Star", "Dấu sao", layout.STAR_STYLE),
    Named("Number", "Số và ký hiệu", layout.NUMBER),
    Named("PlaceAndDate", "Địa danh, ngày tháng", layout.PLACE_AND_DATE),
    Named("Urgency", "Độ khẩn", layout.URGENCY),
    Named("Draft", "Dự thảo", layout.DRAFT),
    Named("LetterSubject", "Trích yếu công văn", layout.LETTER_SUBJECT),
    Named("Kind", "Tên loại văn bản", layout.KIND, before=16, outline=0),
    Named("Subject", "Trích yếu", layout.SUBJECT),
    Named("Reference", "Dòng kèm theo", layout.REFERENCE),
    Named("Hyphens", "Gạch dưới trích yếu", layout.HYPHENS_STYLE),
    Named("Body", "Nội dung", layout.BODY, Align.JUSTIFY, _GAP),
    Named("Addressee", "Kính gửi", layout.BODY, Align.LEFT),
    Named("Part", "Phần, chương", layout.HEADINGS[Level.PART], before=_GAP, outline=0),
    Named("Section", "Mục, điều", layout.HEADINGS[Level.SECTION], Align.JUSTIFY, _GAP, _FIRST, 1),
    Named("Item", "Khoản, điểm", layout.HEADINGS[Level.ITEM], Align.JUSTIFY, _GAP, _FIRST, 2),
    Named("Bullet", "Gạch đầu dòng", layout.BODY, Align.JUSTIFY, _GAP, _FIRST),
    Named("Chart", "Biểu đồ", layout.CHART, Align.LEFT, 2),
    Named("ChartTitle", "Tên biểu đồ", layout.CHART_TITLE, before=_GAP),
    Named("Note", "Ghi chú", layout.NOTE, Align.JUSTIFY, _GAP),
    Named("Authority", "Quyền hạn ký", layout.AUTHORITY),
    Named("Position", "Chức vụ người ký", layout.POSITION),
    Named("Hint", "Chỉ dẫn ký", layout.HINT),
    Named("Signer", "Họ tên người ký", layout.SIGNER),
    Named("RecipientsHead", "Nơi nhận", layout.RECIPIENTS_HEAD, Align.LEFT),
    Named("Recipients", "Danh sách nơi nhận", layout.RECIPIENTS, Align.LEFT),
    Named("PageNumber", "Số trang", layout.PAGE_NUMBER),
    Named("Gap", "Khoảng cách", Style(1, 1)),
    Named("Practice", "Thực hành", Style(10, 12, bold=True)),
)
CELL, CELL_NAME = "Cell", "Ô bảng"


def styles() -> list[str]:
    """The defaults of the file and every style, as XML without namespaces."""
    return [_defaults(), _normal(), _cell(), *map(_named, NAMED)]


def _fonts() -> str:
    return f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'


def _defaults() -> str:
    size = round(layout.BODY.size * 2)
    look = f'{_fonts()}<w:color w:val="000000"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    language = f'<w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}"/>'
    spacing = '<w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr>'
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{look}{language}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault>{spacing}</w:pPrDefault></w:docDefaults>"
    )


def _normal() -> str:
    return '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'


def _cell() -> str:
    based = '<w:basedOn w:val="Normal"/><w:qFormat/>'
    return f'<w:style w:type="paragraph" w:styleId="{CELL}"><w:name w:val="{CELL_NAME}"/>{based}</w:style>'


def _named(named: Named) -> str:
    style = named.style
    marks = "<w:b/>" * style.bold + "<w:i/>" * style.italic
    underline = '<w:u w:val="single"/>' * style.underline
    size = f'<w:sz w:val="{round(style.size * 2)}"/><w:szCs w:val="{round(style.size * 2)}"/>'
    spacing = f'w:before="{twips(named.before)}" w:line="{twips(style.leading)}" w:lineRule="exact"'
    indent = f'<w:ind w:firstLine="{twips(named.first)}"/>' if named.first else ""
    outline = f'<w:outlineLvl w:val="{named.outline}"/>' if named.outline >= 0 else ""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{named.id}"><w:name w:val="{named.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing {spacing}/>{indent}'
        f'<w:jc w:val="{WORDS[named.align]}"/>{outline}</w:pPr><w:rPr>{marks}{size}{underline}</w:rPr></w:style>'
    )
