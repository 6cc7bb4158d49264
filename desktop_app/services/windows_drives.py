"""What Windows says of a drive: its kind, the cable it hangs on, its file system. Elsewhere nothing is known.

Asked by the Win32 calls GetDriveTypeW, GetVolumeInformationW and IOCTL_STORAGE_QUERY_PROPERTY; none needs more rights
than reading. What Windows does not answer is nothing known, not an error.
"""

import sys

NO_ACCESS, SHARE_ALL, OPEN_EXISTING = 0, 3, 3
QUERY_PROPERTY, DESCRIPTOR_SIZE, BUS_AT = 0x2D1400, 1024, 28
USB, FIREWIRE, SD, MMC = 7, 4, 12, 13
OUTSIDE = (USB, FIREWIRE, SD, MMC)
"""STORAGE_BUS_TYPE of what is plugged in from outside; a hard disk in a box says it is fixed."""


def drive_type(root: str) -> int:
    """Of `D:\\`: 2 removable, 3 fixed, 4 network, 5 a disc; 0 elsewhere."""
    if sys.platform != "win32":
        return 0
    import ctypes

    return int(ctypes.windll.kernel32.GetDriveTypeW(root))


def file_system(root: str) -> str:
    """Of `D:\\`: “NTFS”, “exFAT”, “FAT32”…; empty where unknown."""
    if sys.platform != "win32":
        return ""
    import ctypes

    name = ctypes.create_unicode_buffer(64)
    asked = (root, None, 0, None, None, None, name, len(name))
    return name.value if ctypes.windll.kernel32.GetVolumeInformationW(*asked) else ""


def plugged_in(drive: str) -> bool:
    """Whether the disk of `D:` hangs on a cable from outside, whatever kind it says it is."""
    return bus(drive) in OUTSIDE


def bus(drive: str) -> int:
    """The STORAGE_BUS_TYPE of the disk of `D:`; 0 where unknown."""
    if sys.platform != "win32":
        return 0
    import ctypes
    from ctypes import wintypes

    kernel = ctypes.WinDLL("kernel32")
    kernel.CreateFileW.restype = wintypes.HANDLE
    kernel.CloseHandle.argtypes = [wintypes.HANDLE]
    kernel.DeviceIoControl.argtypes = [
        wintypes.HANDLE, wintypes.DWORD, ctypes.c_void_p, wintypes.DWORD,
        ctypes.c_void_p, wintypes.DWORD, ctypes.POINTER(wintypes.DWORD), ctypes.c_void_p,
    ]  # fmt: skip
    handle = kernel.CreateFileW(f"\\\\.\\{drive}", NO_ACCESS, SHARE_ALL, None, OPEN_EXISTING, 0, None)
    if handle in (None, ctypes.c_void_p(-1).value):
        return 0
    try:
        query, found, size = (ctypes.c_uint32 * 3)(), ctypes.create_string_buffer(DESCRIPTOR_SIZE), wintypes.DWORD()
        asked = (query, ctypes.sizeof(query), found, DESCRIPTOR_SIZE, ctypes.byref(size), None)
        known = kernel.DeviceIoControl(handle, QUERY_PROPERTY, *asked) and size.value >= BUS_AT + 4
        return int.from_bytes(found.raw[BUS_AT : BUS_AT + 4], "little") if known else 0
    finally:
        kernel.CloseHandle(handle)
