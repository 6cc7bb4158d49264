"""What the checker of layout knows by heart: kinds of documents and their codes, who stands under whom, wrong forms.

Codes are those of Hướng dẫn 36-HD/VPTW; nothing here looks at a document.
"""

import re

CODES = {
    "NGHỊ QUYẾT": "NQ",
    "QUYẾT ĐỊNH": "QĐ",
    "CHỈ THỊ": "CT",
    "KẾT LUẬN": "KL",
    "QUY CHẾ": "QC",
    "QUY ĐỊNH": "QĐ",
    "THÔNG TRI": "TT",
    "HƯỚNG DẪN": "HD",
    "THÔNG BÁO": "TB",
    "BÁO CÁO": "BC",
    "KẾ HOẠCH": "KH",
    "CHƯƠNG TRÌNH": "CTr",
    "ĐỀ ÁN": "ĐA",
    "PHƯƠNG ÁN": "PA",
    "TỜ TRÌNH": "TTr",
    "BIÊN BẢN": "BB",
}
"""What a document calls itself, and the code of it in its number."""
LETTER = "CV"
ALSO = {"CÔNG VĂN": LETTER, "BẢN SAO": "BS", "GIẤY MỜI": "GM", "GIẤY GIỚI THIỆU": "GGT", "DANH SÁCH": "DS"}
KNOWN = {*CODES.values(), *ALSO.values(), "QĐi", "GXN"}
NUMBERED = {
    "NGHỊ QUYẾT",
    "QUYẾT ĐỊNH",
    "KẾT LUẬN",
    "THÔNG BÁO",
    "BÁO CÁO",
    "KẾ HOẠCH",
    "TỜ TRÌNH",
    "CHỈ THỊ",
    "HƯỚNG DẪN",
}
"""Kinds that never go out without a number, or room to write one."""

NUMBER = re.compile(r"Số (?P<number>\d+|[ .…\u00a0]+)-(?P<code>[^\W\d_]+)/(?P<body>[^\W\d_]+)")
DATE = re.compile(r"ngày\s+(?:\d\d|[ .…]+)\s*tháng\s+(?:0[12]|[3-9]|1[0-2]|[ .…]+)\s*năm\s+(?:\d{4}|[ .…]+)$")
FIELD = re.compile(r"\{[^{}\s]{1,40}\}|«[^»]{1,40}»|<<[^<>]{1,40}>>")
STATE = re.compile(r"CỘNG (?:HÒA|HOÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc")
STATE_SIGNS = re.compile(r"^(TM|KT|TL|TUQ|Q)\.\s")
DEGREE = re.compile(
    r"^(?:GS|PGS|TS|ThS|CN|KS|BS|DS|Giáo sư|Phó Giáo sư|Tiến sĩ|Thạc sĩ|Cử nhân|Kỹ sư|Bác sĩ|"
    r"(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uỷ)|NGƯT|NGND)(?:\.|\s|$)",
    re.IGNORECASE,
)

COMMUNE = re.compile(r"^ĐẢNG [UỦ][ỶY] (XÃ|PHƯỜNG|ĐẶC KHU) ")
ADVISORY = re.compile(r"^(VĂN PHÒNG|BAN XÂY DỰNG ĐẢNG|[UỦ][ỶY] BAN KIỂM TRA)")
PROVINCE = re.compile(r"^ĐẢNG BỘ (TỈNH|THÀNH PHỐ|THỊ XÃ|HUYỆN|QUẬN) ")
