"""Files kept inside the store beside essays, plans and diaries of venues: in, out, listed, proven whole.

They travel with every backup. Which kinds are taken: see attached_kinds. Not how a file is shown on the screen.
"""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from db import blobs as kept
from db.files import discard
from db.owed_records import Attachment
from db.store import Store
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import MEGABYTE, grouped, size_words
from desktop_app.paths import file_only
from desktop_app.services.attached_kinds import safe_name
from desktop_app.services.office import moment, setting
from desktop_app.services.progress import Progress, quiet

LIMIT_SETTING, DEFAULT_LIMIT = "attachments.megabytes", 20


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesCheck:
    """What a check of all files found. `unnamed` contents wait for an undo; their bytes are in `unnamed_size`."""

    files: int
    size: int
    lost: tuple[Attachment, ...]
    damaged: tuple[Attachment, ...]
    unnamed: int
    unnamed_size: int

    @property
    def whole(self) -> bool:
        return not self.lost and not self.damaged


def attach(
    store: Store,
    path: Path,
    *,
    essay_id: int | None = None,
    submission_id: int | None = None,
    venue_diary_id: int | None = None,
) -> Attachment:
    """Keep a copy of a file inside the store beside exactly one thing.

    Refuses what cannot be read, is empty, too big, of another kind, or is there already.
    """
    owner, owner_id = owner_of(essay_id, submission_id, venue_diary_id)
    content = read(path, limit(store))
    name = safe_name(path.name, content)
    if not kept.exists(store, owner, owner_id):
        raise Refusal("Mục cần đính kèm không còn nữa; hãy tải lại danh sách.")
    digest = hashlib.sha256(content).hexdigest()
    if digest in {each.hash for each in kept.attachments(store, owner, owner_id)}:
        raise Refusal(f"Tệp “{name}” đã được đính kèm ở đây rồi.")
    with store.gesture("attachment.add", f"Đính kèm tệp “{name}”"):
        attachment_id = kept.add(store, owner, owner_id, name, kept.keep(store, content), moment(store))
    return attachment(store, attachment_id)


def owner_of(essay_id: int | None, submission_id: int | None, venue_diary_id: int | None) -> tuple[str, int]:
    """The column and id of the one thing given."""
    given = zip(kept.OWNERS, (essay_id, submission_id, venue_diary_id), strict=True)
    [(owner, owner_id)] = [(owner, each) for owner, each in given if each is not None]
    return owner, owner_id


def limit(store: Store) -> int:
    """The most bytes a file may have."""
    text = setting(store, LIMIT_SETTING)
    return (int(text) if text.isdecimal() and int(text) else DEFAULT_LIMIT) * MEGABYTE


def read(path: Path, most: int) -> bytes:
    """The content of a file of at most so many bytes. Raises Refusal."""
    try:
        size = path.stat().st_size if path.is_file() else -1
        if size > most:
            raise Refusal(
                f"Tệp “{path.name}” nặng {size_words(size)}, quá mức {size_words(most)} cho mỗi tệp; "
                "hãy quét lại nhẹ hơn hoặc tách tệp."
            )
        content = path.read_bytes() if size >= 0 else b""
    except OSError:
        raise Refusal(f"Không đọc được tệp “{path.name}”; hãy kiểm tra lại đường dẫn và quyền đọc.") from None
    if not content:
        raise Refusal(f"Không có tệp “{path.name}” hoặc tệp trống; hãy chọn tệp khác.")
    return content


def attachments(
    store: Store, *, essay_id: int | None = None, submission_id: int | None = None, venue_diary_id: int | None = None
) -> list[Attachment]:
    """The files of one thing, the oldest first."""
    return kept.attachments(store, *owner_of(essay_id, submission_id, venue_diary_id))


def attachment(store: Store, attachment_id: int) -> Attachment:
    """One file. Refuses one that is gone."""
    found = kept.attachment(store, attachment_id)
    if found is None:
        raise Refusal("Không còn tệp này; hãy tải lại danh sách.")
    return found


def content(store: Store, attachment_id: int) -> bytes:
    """What a file holds, proven against its hash. Refuses one that is lost or damaged."""
    found = attachment(store, attachment_id)
    data = kept.content(store, found.hash)
    if data is None or hashlib.sha256(data).hexdigest() != found.hash:
        raise Refusal(f"Tệp “{found.name}” trong sổ bị hỏng; hãy phục hồi sổ từ bản sao lưu gần nhất.")
    return data


def save_copy(store: Store, attachment_id: int, target: Path) -> Path:
    """Write a copy to `target`, or under a free name into it where it is a folder; where it lies now."""
    data = content(store, attachment_id)
    target = free(target / attachment(store, attachment_id).name) if target.is_dir() else target
    part = target.with_name(f"{target.name}.part")
    try:
        file_only(target)
        part.write_bytes(data)
        os.replace(part, target)
    except OSError:
        raise Refusal(f"Không ghi được tệp “{target.name}”; hãy chọn thư mục khác được phép ghi.") from None
    finally:
        discard(part)
    return target


def free(path: Path) -> Path:
    """This path, numbered where something is there already."""
    number, found = 1, path
    while found.exists():
        number += 1
        found = path.with_stem(f"{path.stem} ({number})")
    return found


def detach(store: Store, attachment_id: int) -> None:
    """Take a file off; “Hoàn tác” brings it back."""
    found = attachment(store, attachment_id)
    with store.gesture("attachment.remove", f"Bỏ tệp đính kèm “{found.name}”"):
        kept.remove(store, attachment_id)


def check(store: Store, progress: Progress = quiet) -> FilesCheck:
    """Hash every content anew and tell which files are lost or damaged."""
    known = kept.hashes(store)
    broken = set()
    for done, each in enumerate(known):
        progress(done, len(known))
        data = kept.content(store, each)
        if data is None or hashlib.sha256(data).hexdigest() != each:
            broken.add(each)
    files, present = kept.everything(store), set(known)
    unnamed = list(kept.unnamed(store))
    return FilesCheck(
        files=len(files),
        size=kept.total(store)[1],
        lost=tuple(each for each in files if each.hash not in present),
        damaged=tuple(each for each in files if each.hash in broken),
        unnamed=len(unnamed),
        unnamed_size=sum(size for _, size in unnamed),
    )


def total_words(store: Store) -> str:
    """“12 tệp, 3,4 MB” for all that is kept."""
    count, size = kept.total(store)
    return f"{grouped(count)} tệp, {size_words(size)}"
