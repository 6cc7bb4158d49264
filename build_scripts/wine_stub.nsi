; A program of one file for trying the set-up under wine: it writes down what it was called with.
; “lam-lau” among the data makes it take its time, “co-mat-khau” makes it refuse.
; packing.py is not concerned with it; wine_installer_test.sh compiles it twice, as the window and as the command line.

Unicode true
Target amd64-unicode
!include LogicLib.nsh
!include FileFunc.nsh
Name "stub"
OutFile "${OUT}"
RequestExecutionLevel user
SilentInstall silent
SetCompressor zlib

Section
  ${GetParameters} $R0
  FileOpen $R1 "$LOCALAPPDATA\SoHocTap\da-goi.txt" a
  FileSeek $R1 0 END
  FileWriteUTF16LE $R1 "${VERSION} $R0$\r$\n"
  FileClose $R1
  ${If} ${FileExists} "$LOCALAPPDATA\SoHocTap\lam-lau"
    Sleep 15000
  ${EndIf}
  ${If} ${FileExists} "$LOCALAPPDATA\SoHocTap\co-mat-khau"
    SetErrorLevel 1
  ${EndIf}
SectionEnd
