"""The workbook that goes back to whoever sent a list: where it is kept by default, and the work of writing it."""

from pathlib import Path

from desktop_app.services.imports import ImportPlan
from desktop_app.services.progress import Progress
from desktop_app.services.store import Store
from desktop_app.ui.screens.page_work import Work


def reasons_path(source: Path) -> Path:
    """“ds (cần sửa).xlsx” beside the file that was read."""
    return source.with_name(f"{source.stem} (cần sửa).xlsx")


def writing_reasons(source: Path, plan: ImportPlan, out: Path) -> Work:
    """Write the file with its reasons; how many rows have one."""

    def write(store: Store, progress: Progress) -> int:
        from desktop_app.exchange.error_workbook import write_errors

        progress(0, 0)
        return write_errors(source, plan.reasons(), out)

    return write
