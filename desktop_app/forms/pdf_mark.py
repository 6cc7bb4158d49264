"""The word “THỰC HÀNH” across every page printed from a practice office.

Drawn in strokes, pale and under the text, so that the page stays readable and a reader of the file's text meets the
word once at the foot of the page, not in the middle of a sentence.
"""

from reportlab.pdfgen.canvas import Canvas

from desktop_app.forms.layout import MM, PRACTICE, Frame
from desktop_app.forms.pdf_fonts import Faces

# Strokes on a grid where a capital letter is 10 high; each stroke is a row of points.
H = ("0,0 0,10", "6,0 6,10", "0,5 6,5")
C = ("6.2,8 5,9.5 3.5,10 1.8,9.4 .5,7.6 0,5 .5,2.4 1.8,.6 3.5,0 5,.5 6.2,2",)
LETTERS = {
    "T": ("0,10 7,10", "3.5,0 3.5,10"),
    "H": H,
    "Ự": ("0,10 0,3 .5,1.2 1.6,.2 3,0 4.4,.2 5.5,1.2 6,3 6,9 7.4,9.6 7.6,11", "2.9,-2.6 3.1,-2.6"),
    "C": C,
    "À": ("0,0 3.5,10 7,0", "1.2,3.6 5.8,3.6", "2,13.4 4,11.8"),
    "N": ("0,0 0,10 6,0 6,10",),
    " ": (),
}
ADVANCE = {" ": 4.0, "Ự": 9.6, "T": 8.8, "À": 8.8}
USUAL_ADVANCE = 8.4
PALE, STROKE, FOOT_MM, FOOT_SIZE = 0.89, 1.3, 9.0, 10.0
FORM = "practice"


def mark(canvas: Canvas, area: Frame) -> None:
    """Draws on the page just begun; the shape is kept in the file once."""
    if not canvas.hasForm(FORM):
        _shape(canvas)
    width, height = area.paper
    length = sum(ADVANCE.get(letter, USUAL_ADVANCE) for letter in PRACTICE) - 2.4
    slope = height / width
    scale = 0.72 * (width**2 + height**2) ** 0.5 / length
    cos, sin = 1 / (1 + slope**2) ** 0.5, slope / (1 + slope**2) ** 0.5
    canvas.saveState()
    canvas.translate(width / 2, height / 2)
    canvas.transform(cos * scale, sin * scale, -sin * scale, cos * scale, 0, 0)
    canvas.translate(-length / 2, -5)
    canvas.doForm(FORM)
    canvas.restoreState()


def foot(canvas: Canvas, area: Frame, faces: Faces) -> None:
    """The same word in small letters at the foot, for whoever searches or listens to the file."""
    canvas.setFont(faces[1].name, FOOT_SIZE)
    canvas.drawCentredString(area.middle, FOOT_MM * MM, PRACTICE)


def _shape(canvas: Canvas) -> None:
    canvas.beginForm(FORM, -5, -10, 120, 25)
    canvas.setStrokeGray(PALE)
    canvas.setLineWidth(STROKE)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    at = 0.0
    for letter in PRACTICE:
        for stroke in LETTERS[letter]:
            _stroke(canvas, stroke, at)
        at += ADVANCE.get(letter, USUAL_ADVANCE)
    canvas.endForm()


def _stroke(canvas: Canvas, stroke: str, at: float) -> None:
    points = [tuple(map(float, point.split(","))) for point in stroke.split()]
    path = canvas.beginPath()
    path.moveTo(at + points[0][0], points[0][1])
    for x, y in points[1:]:
        path.lineTo(at + x, y)
    canvas.drawPath(path)
