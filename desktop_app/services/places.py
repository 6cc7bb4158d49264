"""What kind of place a file lies in: this computer's own disk, a stick, a network, a folder somebody synchronises.

Asked of the system each time; nothing is written. What cannot be found out counts as this computer's own disk.
"""

import os
import re
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop_app.services import windows_drives

MOUNTS, BLOCKS = Path("/proc/mounts"), Path("/sys/class/block")
NETWORK_KINDS = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "sshfs", "fuse.sshfs", "fuse.gvfsd-fuse", "davfs", "9p", "afs")
WINDOWS_KINDS = {2: "removable", 4: "network", 5: "read_only"}
SIMPLE_SYSTEMS = ("vfat", "msdos", "exfat", "FAT", "FAT32", "exFAT")
CLOUD_NAMES = ("onedrive", "google drive", "googledrive", "my drive", "dropbox", "icloud drive", "iclouddrive", "zalo")
CLOUD_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
MEDIA = (Path("/media"), Path("/run/media"))


class Kind(StrEnum):
    """Where a file lies."""

    FIXED = "fixed"
    REMOVABLE = "removable"
    NETWORK = "network"
    CLOUD = "cloud"
    READ_ONLY = "read_only"
    SIMPLE = "simple"
    """A disk of this computer with a file system for sticks, which keeps no order of what is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mount:
    """One line of the system's table of mounts: device, folder, kind of file system."""

    device: str
    folder: Path
    system: str


def kind(path: Path) -> Kind:
    """The kind of place of a file or folder, there already or to be made."""
    there = nearest(path)
    if synchronised(there):
        return Kind.CLOUD
    found = windows_kind(there) if sys.platform == "win32" else mounted_kind(there, mounts(MOUNTS), BLOCKS)
    return Kind.READ_ONLY if found is Kind.FIXED and not os.access(there, os.W_OK) else found


def away(path: Path, store: Path | None) -> bool:
    """Whether a file outlives the disk of the store: on a stick, a network, or another volume. A folder that a cloud
    synchronises lies on this disk, and nobody here knows what has left it."""
    there = nearest(path)
    if kind(there) in (Kind.REMOVABLE, Kind.NETWORK):
        return True
    return store is not None and volume(there) != volume(nearest(store))


def volume(path: Path) -> tuple[str, int]:
    """What tells the volume of something that is there from any other."""
    return path.drive.casefold(), path.stat().st_dev


def nearest(path: Path) -> Path:
    """The path itself if it is there, else the nearest folder above that is."""
    path = path.absolute()
    while not path.exists() and path != path.parent:
        path = path.parent
    return path.resolve()


def synchronised(path: Path) -> bool:
    """Whether a folder on the way is one of OneDrive, Google Drive, Dropbox or their like."""
    roots = [Path(root).resolve() for name in CLOUD_VARIABLES if (root := os.environ.get(name))]
    if any(path.is_relative_to(root) for root in roots):
        return True
    return any(part.lower().startswith(CLOUD_NAMES) for part in path.parts)


def mounts(table: Path) -> list[Mount]:
    """The system's table of mounts, the deepest folder first; empty where there is none."""
    try:
        lines = table.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    found = [line.split(" ") for line in lines if line.count(" ") >= 2]
    made = [Mount(device=each[0], folder=Path(plain(each[1])), system=each[2]) for each in found]
    return sorted(made, key=lambda each: -len(each.folder.parts))


def plain(text: str) -> str:
    """A folder of the table of mounts with its spaces put back."""
    return text.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")


def mounted_kind(path: Path, known: list[Mount], blocks: Path) -> Kind:
    """The kind of place by the mount a path lies on."""
    mount = next((each for each in known if path.is_relative_to(each.folder)), None)
    if mount is None:
        return Kind.FIXED
    if mount.system in NETWORK_KINDS:
        return Kind.NETWORK
    if is_removable(mount, blocks):
        return Kind.REMOVABLE
    return Kind.SIMPLE if mount.system in SIMPLE_SYSTEMS else Kind.FIXED


def is_removable(mount: Mount, blocks: Path) -> bool:
    """Whether a mount is a stick, a card or a disk on a cable: the system says so, or it lies where sticks do."""
    block = (blocks / Path(mount.device).name).resolve()
    if any(re.fullmatch(r"usb\d+", part) for part in block.parts):
        return True
    for disk in (block, block.parent):
        try:
            if (disk / "removable").read_text(encoding="ascii").strip() == "1":
                return True
        except OSError:
            continue
    return any(mount.folder.is_relative_to(media) for media in MEDIA)


def windows_kind(path: Path) -> Kind:
    """The kind of place by the drive a path lies on."""
    if path.drive.startswith("\\\\"):
        return Kind.NETWORK
    root = f"{path.drive}\\"
    known = Kind(WINDOWS_KINDS.get(windows_drives.drive_type(root), "fixed"))
    if known is not Kind.FIXED:
        return known
    if windows_drives.plugged_in(path.drive):
        return Kind.REMOVABLE
    return Kind.SIMPLE if windows_drives.file_system(root) in SIMPLE_SYSTEMS else Kind.FIXED


def sticks() -> list[Path]:
    """The sticks plugged in now that can be written, by the folder or drive they show as."""
    if sys.platform == "win32":
        drives = [Path(f"{letter}:\\") for letter in "DEFGHIJKLMNOPQRSTUVWXYZ"]
        found = [drive for drive in drives if drive.exists() and windows_kind(drive) is Kind.REMOVABLE]
    else:
        found = [each.folder for each in mounts(MOUNTS) if is_removable(each, BLOCKS)]
    return [each for each in found if os.access(each, os.W_OK)]


def warning(path: Path) -> str:
    """Why a store should not be worked in where it lies, and what to do; empty where it may."""
    return advice(kind(path), path.name)


def advice(place: Kind, name: str) -> str:
    """The sentence about a store of this name in a place of this kind."""
    return {
        Kind.FIXED: "",
        Kind.REMOVABLE: f"Sổ “{name}” nằm trên USB hoặc thẻ nhớ, rút ra giữa chừng có thể hỏng sổ; "
        "hãy chuyển sổ về máy này.",
        Kind.NETWORK: f"Sổ “{name}” nằm trên ổ mạng, mất mạng giữa chừng có thể hỏng sổ; hãy chuyển sổ về máy này.",
        Kind.CLOUD: f"Sổ “{name}” nằm trong thư mục tự đồng bộ lên mạng (OneDrive, Google Drive, Dropbox…), "
        "dễ hỏng và lộ dữ liệu; hãy chuyển sổ về máy này.",
        Kind.SIMPLE: f"Sổ “{name}” nằm trên ổ đĩa định dạng FAT hoặc exFAT, mất điện giữa chừng có thể hỏng sổ; "
        "hãy chuyển sổ về máy này.",
        Kind.READ_ONLY: f"Sổ “{name}” nằm ở nơi chỉ đọc được; hãy chuyển sổ về máy này.",
    }[place]
