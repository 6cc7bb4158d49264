"""Invented people for the practice office. Every number is one that cannot be a real person's."""

from collections.abc import Iterator
from random import Random

from db.values import Gender, MemberKind, MemberStatus
from desktop_app.services.members import MemberDraft

FAMILIES = (
    "Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Trần Lê Lê Lê Lê Lê Phạm Phạm Hoàng Hoàng "
    "Trịnh Trịnh Vũ Vũ Đỗ Đỗ Bùi Đặng Hồ Ngô Dương Lý Mai Đào Đoàn Lưu Hà Cao Tống Lương Thiều Nghiêm Quách"
).split()
MIDDLES = {
    Gender.MALE: ("Văn Văn Văn Đình Đức Hữu Quang Xuân Ngọc Minh Thế Trọng Công Bá Duy Anh").split(),
    Gender.FEMALE: ("Thị Thị Thị Thị Ngọc Thu Thanh Kim Bích Hồng Minh Phương Thùy Lan").split(),
}
GIVEN = {
    Gender.MALE: (
        "An Anh Ân Bình Bắc Cường Công Chiến Dũng Duy Dương Đạt Đức Đông Giang Hà Hải Hiếu Hòa Hoàn Hoàng Hùng "
        "Huy Khánh Khoa Kiên Lâm Long Lộc Lợi Mạnh Minh Nam Nghĩa Phong Phú Phúc Phương Quân Quang Quyết Sơn Tài "
        "Tâm Tấn Thái Thành Thắng Thiện Thịnh Tiến Toàn Trung Tuấn Tùng Việt Vinh Vượng"
    ).split(),
    Gender.FEMALE: (
        "An Anh Ánh Bình Chi Cúc Dung Duyên Đào Giang Hà Hạnh Hằng Hiền Hoa Hòa Hồng Huệ Hương Huyền Khánh Lan Lệ "
        "Liên Linh Loan Lý Mai Minh Nga Ngân Ngọc Nguyệt Nhung Oanh Phương Quyên Quỳnh Sen Tâm Thanh Thảo Thoa "
        "Thu Thủy Thúy Trang Tuyết Uyên Vân Xuân Yến"
    ).split(),
}
CELL_OFFICES = ("Bí thư", "Phó Bí thư", "Chi ủy viên")


def invented(random: Random, cell_ids: list[int], count: int, day: int) -> Iterator[MemberDraft]:
    """`count` drafts spread over the cells; `day` is the year it is. The first three of a cell are its officers."""
    seen = dict.fromkeys(cell_ids, 0)
    for number in range(count):
        cell_id = cell_ids[number % len(cell_ids)]
        office = CELL_OFFICES[seen[cell_id]] if seen[cell_id] < len(CELL_OFFICES) else None
        seen[cell_id] += 1
        yield person(random, number, cell_id, office, day)


def person(random: Random, number: int, cell_id: int, office: str | None, year: int) -> MemberDraft:
    """One invented person. Citizen ids begin with 000, which no province has; cards with 99."""
    gender = Gender.FEMALE if random.random() < 0.42 else Gender.MALE
    born = int(random.triangular(year - 92, year - 22, year - 58))
    admitted = min(born + random.randint(20, 38), year - 1)
    guest = office is None and random.random() < 0.015
    status = MemberStatus.ACTIVE if office or guest else status_of(random, year - born)
    return MemberDraft(
        full_name=f"{random.choice(FAMILIES)} {random.choice(MIDDLES[gender])} {random.choice(GIVEN[gender])}",
        birth_date=birth_date(random, born),
        gender=gender,
        party_card_no=None if guest else f"99{number:06d}",
        citizen_id=f"000{sex_digit(born, gender)}{born % 100:02d}{number % 1_000_000:06d}",
        admitted_on=None if guest else f"{admitted}-{random.randint(1, 12):02d}-{random.randint(1, 28):02d}",
        official_on=None if guest or admitted == year - 1 else f"{admitted + 1}-12-{random.randint(1, 28):02d}",
        party_position=office,
        cell_id=cell_id,
        kind=MemberKind.GUEST if guest else None,
        status=status,
        status_date=None if status is MemberStatus.ACTIVE else f"{year - 1}-{random.randint(1, 12):02d}-01",
    )


def sex_digit(born: int, gender: Gender) -> int:
    """The century and gender digit of a citizen id."""
    return (2 if born >= 2000 else 0) + (gender is Gender.FEMALE)


def birth_date(random: Random, year: int) -> str:
    """A birth date; of older people often only the year is known."""
    if year < 1950 and random.random() < 0.3:
        return str(year)
    return f"{year}-{random.randint(1, 12):02d}-{random.randint(1, 28):02d}"


def status_of(random: Random, age: int) -> MemberStatus:
    """Mostly active; the old are often exempt."""
    chance = random.random()
    if age >= 80 and chance < 0.45:
        return MemberStatus.EXEMPT
    if chance > 0.996:
        return MemberStatus.DECEASED
    return MemberStatus.LEFT if chance > 0.994 else MemberStatus.ACTIVE
