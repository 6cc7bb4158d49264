"""What a PDF says of itself to archives: the XMP packet (ISO 16684-1), the same words as its title, author, subject."""

from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from desktop_app.forms.blocks import Document
from desktop_app.forms.pdf_fonts import composed

CREATOR, LANGUAGE = "Sổ Học Tập", "vi"
PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def describe(canvas: Canvas, document: Document) -> None:
    """Give the file its packet; it stands uncompressed, as archives look for it."""
    said = {name: escape(composed(getattr(document, name))) for name in ("title", "author", "subject")}
    packet = PACKET.format(**said, language=LANGUAGE, creator=CREATOR)
    kinds = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    stream = PDFStream(dictionary=kinds, content=packet.encode("utf-8"), filters=[])
    made = canvas._doc  # type: ignore[attr-defined]
    made.Catalog.Metadata = made.Reference(stream)
