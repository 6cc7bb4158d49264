"""Where a file lies: told from the system's own tables, from names of synchronised folders, from what may be done."""

from pathlib import Path

import pytest

from desktop_app.services.places import Kind, advice, kind, mounted_kind, mounts, nearest, synchronised, warning

TABLE = r"""
/dev/sda2 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
/dev/sdb1 /media/van/USB\040XANH vfat rw 0 0
/dev/sdc1 /mnt/the vfat rw 0 0
/dev/sdd1 /mnt/ngoài ntfs3 rw 0 0
/dev/sda3 /mnt/cũ vfat rw 0 0
//may-chu/chung /mnt/chung cifs rw 0 0
""".strip()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "mounts"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def blocks(tmp_path: Path) -> Path:
    """The system's folder of disks: sda is fixed, sdc is not, sdd says it is but hangs on a cable of USB."""
    disks = (("sda", "sda2", "0"), ("sda", "sda3", "0"), ("sdc", "sdc1", "1"), ("usb2/sdd", "sdd1", "0"))
    for disk, part, flag in disks:
        (tmp_path / "devices" / disk / part).mkdir(parents=True)
        (tmp_path / "devices" / disk / "removable").write_text(flag + "\n", encoding="ascii")
        (tmp_path / "block").mkdir(exist_ok=True)
        (tmp_path / "block" / part).symlink_to(tmp_path / "devices" / disk / part)
    return tmp_path / "block"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/home/van/so.sht", Kind.FIXED),
        ("/media/van/USB XANH/so.sht", Kind.REMOVABLE),
        ("/mnt/the/so.sht", Kind.REMOVABLE),
        ("/mnt/chung/so.sht", Kind.NETWORK),
        ("/mnt/ngoài/so.sht", Kind.REMOVABLE),
        ("/mnt/cũ/so.sht", Kind.SIMPLE),
    ],
)
def test_the_mount_tells_the_kind(table: Path, blocks: Path, path: str, expected: Kind) -> None:
    assert mounted_kind(Path(path), mounts(table), blocks) is expected


def test_a_system_without_a_table_of_mounts_counts_as_a_fixed_disk(tmp_path: Path) -> None:
    assert mounted_kind(tmp_path, mounts(tmp_path / "không có"), tmp_path) is Kind.FIXED


@pytest.mark.parametrize("name", ["OneDrive", "OneDrive - Đảng ủy phường", "Google Drive", "Dropbox"])
def test_a_synchronised_folder_is_known_by_its_name(tmp_path: Path, name: str) -> None:
    assert kind(tmp_path / name / "so.sht") is Kind.FIXED
    (tmp_path / name).mkdir()
    assert kind(tmp_path / name / "so.sht") is Kind.CLOUD


def test_a_synchronised_folder_is_known_by_what_the_system_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not synchronised(tmp_path / "Tài liệu")
    monkeypatch.setenv("OneDrive", str(tmp_path))
    assert synchronised(tmp_path / "Tài liệu")


def test_a_folder_to_be_made_is_judged_by_the_one_above(tmp_path: Path) -> None:
    assert nearest(tmp_path / "a" / "b" / "c.sht") == tmp_path.resolve()


def test_a_place_of_the_own_disk_needs_no_warning(tmp_path: Path) -> None:
    assert warning(tmp_path / "so.sht") == ""


@pytest.mark.parametrize("place", [each for each in Kind if each is not Kind.FIXED])
def test_every_other_place_is_warned_about_with_a_way_out(place: Kind) -> None:
    assert "hãy chuyển sổ về máy này" in advice(place, "so.sht")
