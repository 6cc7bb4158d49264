"""A clerk at LibreOffice Calc: workbooks opened, typed into, sorted, torn and saved by the program itself, unseen.

One start does many jobs, for starting takes the longest. A job is a list of steps, one line each: what to do and with
what, parted by tabs; rows and columns count from 0. Not tests themselves.
"""

import shutil
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

SOFFICE = shutil.which("soffice")
FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "ods": "calc8", "xls": "MS Excel 97"}
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Clerk"/></library:library>"""
MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Clerk" script:language="StarBasic">
Sub Work(jobs As String)
  Dim files, steps, words, doc, sheet, cells
  Dim how(0) As New com.sun.star.beans.PropertyValue
  Dim sorting(1) As New com.sun.star.beans.PropertyValue
  Dim by(0) As New com.sun.star.table.TableSortField
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  steps = createUnoService("com.sun.star.io.TextInputStream")
  steps.setInputStream(files.openFileRead(ConvertToURL(jobs)))
  steps.setEncoding("UTF-8")
  Do While Not steps.isEOF()
    words = Split(steps.readLine(), Chr(9))
    Select Case words(0)
      Case "open"
        how(0).Name = "Hidden"
        how(0).Value = True
        doc = StarDesktop.loadComponentFromURL(ConvertToURL(words(1)), "_blank", 0, how())
      Case "sheet"
        sheet = doc.Sheets.getByName(words(1))
      Case "type"
        sheet.getCellByPosition(CLng(words(2)), CLng(words(1))).setFormula(words(3))
      Case "sort"
        cells = sheet.getCellRangeByPosition(CLng(words(3)), CLng(words(1)), CLng(words(4)), CLng(words(2)))
        by(0).Field = CLng(words(5))
        by(0).IsAscending = False
        sorting(0).Name = "SortFields"
        sorting(0).Value = by()
        sorting(1).Name = "ContainsHeader"
        sorting(1).Value = False
        cells.sort(sorting())
      Case "insert column"
        sheet.Columns.insertByIndex(CLng(words(1)), 1)
      Case "delete rows"
        sheet.Rows.removeByIndex(CLng(words(1)), CLng(words(2)))
      Case "remove sheet"
        doc.Sheets.removeByName(words(1))
      Case "save"
        how(0).Name = "FilterName"
        how(0).Value = words(2)
        doc.storeToURL(ConvertToURL(words(1)), how())
        doc.close(True)
    End Select
  Loop
  steps.closeInput()
  StarDesktop.terminate()
End Sub
</script:module>"""


@dataclass
class Calc:
    """What the clerk is to do, written down; `work` does it all at once."""

    folder: Path
    steps: list[str] = field(default_factory=list)

    def edit(self, path: Path, name: str, *edits: Sequence[object]) -> Path:
        """Open a workbook, do these steps in it and save it under another name; the kind is told by the ending."""
        out = self.folder / name
        steps: Iterable[Sequence[object]] = (("open", path), *edits, ("save", out, FILTERS[out.suffix[1:]]))
        self.steps += ["\t".join(str(word) for word in step) for step in steps]
        return out

    def work(self) -> None:
        """Twice started: the first time it makes itself a profile, into which the macro is then laid."""
        assert SOFFICE is not None
        jobs, profile = self.folder / "jobs.txt", self.folder / "profile"
        start = [SOFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
        subprocess.run([*start, "--terminate_after_init"], check=True, timeout=120, capture_output=True)
        standard = profile / "user" / "basic" / "Standard"
        (standard / "script.xlb").write_text(LIBRARY, "utf-8")
        (standard / "Clerk.xba").write_text(MODULE, "utf-8")
        jobs.write_text("\n".join(self.steps), "utf-8")
        macro = f'macro:///Standard.Clerk.Work("{jobs}")'
        subprocess.run([*start, macro], check=True, timeout=120, capture_output=True)
