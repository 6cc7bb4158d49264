"""The parts of a Word file (Office Open XML) put into one archive, the same bytes for the same parts.

What stands in the text is written elsewhere; nothing is taken from a template.
"""

from io import BytesIO
from typing import NamedTuple
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from desktop_app.forms.pdf_fonts import composed

DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACES = (
    f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{OFFICE}/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
CORE = f'xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
CORE_PART = (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")
RELATION = f"{OFFICE}/relationships"
EPOCH = (1980, 1, 1, 0, 0, 0)


class Part(NamedTuple):
    """A part of the text: its file under word/, what it is (“styles”, “header”) and its XML, which is put into the
    element `root`."""

    name: str
    what: str
    root: str
    xml: str

    @property
    def id(self) -> str:
        return self.name.partition(".")[0]


class Properties(NamedTuple):
    title: str
    subject: str
    author: str
    language: str


def packed(body: str, parts: tuple[Part, ...], properties: Properties) -> bytes:
    """The file. `body` is the XML of the document's body; each part is reached from it by its `id`."""
    files = {
        "[Content_Types].xml": _types(parts),
        "_rels/.rels": _relations({"document": (f"{RELATION}/officeDocument", "word/document.xml"), "core": CORE_PART}),
        "docProps/core.xml": _core(properties),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations({part.id: (f"{RELATION}/{part.what}", part.name) for part in parts}),
    }
    files |= {f"word/{part.name}": f"<w:{part.root} {SPACES}>{part.xml}</w:{part.root}>" for part in parts}
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, xml in files.items():
            info = ZipInfo(name, EPOCH)
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, (DECLARED + xml).encode())
    return buffer.getvalue()


def _relations(targets: dict[str, tuple[str, str]]) -> str:
    relations = "".join(
        f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"/>' for id_, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>'


def _types(parts: tuple[Part, ...]) -> str:
    kinds = {"word/document.xml": f"{WORD}.document.main+xml"}
    kinds |= {f"word/{part.name}": f"{WORD}.{part.what}+xml" for part in parts}
    kinds["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in kinds.items())
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'<Types xmlns="{PACKAGE}/content-types">{defaults}{overrides}</Types>'


def _core(properties: Properties) -> str:
    named = {
        "dc:title": properties.title,
        "dc:subject": properties.subject,
        "dc:creator": properties.author,
        "cp:lastModifiedBy": properties.author,
        "dc:language": properties.language,
    }
    values = "".join(f"<{name}>{escape(composed(text))}</{name}>" for name, text in named.items())
    return f"<cp:coreProperties {CORE}>{values}</cp:coreProperties>"
