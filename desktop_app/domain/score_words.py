"""A score out of ten in words, as a marker writes it beside the figure: “8,5” is “Tám phẩy năm”. It judges no score."""

from desktop_app.domain.scores import points, shown

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")


def in_words(score: str) -> str:
    """“Tám phẩy năm”. Raises Refusal for what is not a score."""
    whole, _, rest = shown(points(score)).partition(",")
    said = DIGITS[int(whole)] + (f" phẩy {_fraction(rest)}" if rest else "")
    return said[:1].upper() + said[1:]


def _fraction(digits: str) -> str:
    """“năm” for 5, “không năm” for 05, “hai mươi lăm” for 25."""
    if len(digits) == 1:
        return DIGITS[int(digits)]
    tens, ones = map(int, digits)
    if not tens:
        return f"không {DIGITS[ones]}"
    last = "lăm" if ones == 5 else "mốt" if ones == 1 and tens > 1 else DIGITS[ones]
    return f"mười {last}" if tens == 1 else f"{DIGITS[tens]} mươi {last}"
