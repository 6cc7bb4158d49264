; The set-up program: for one user without rights (the default) or for all users, anew or over an older one, and away again.
; makensis compiles it on Linux and Windows; packing.py gives VERSION, NUMBERS, SOURCE, OUT, KILOBYTES, ICON
; and SIDE, the picture of the last page.
; Silent: /S [/ALLUSERS] [/OLDER] [/D=folder]; exit code 0 done, 2 refused. /OLDER puts this version over a newer one. Its uninstaller: /S, or /S /BACK to the former program.
; Never touches what an office has written.

Unicode true
!ifdef AMD64
  Target amd64-unicode
!endif
!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include x64.nsh

!define NAME "Sổ Học Tập"
!define FOLDER "SoHocTap"
!define EXE "so-hoc-tap.exe"
!define DOOR "so-hoc-tap-lenh.exe"
!define OLD "-truoc"
!define GONE "-bo"
!define BROKEN "dang-cai.txt"
!define WHICH "phien-ban.txt"
!define OPENED "phien-ban-da-mo.txt"
!define APPS "Software\Microsoft\Windows\CurrentVersion\Uninstall\${FOLDER}"
!define CLASSES "Software\Classes"
!define REFUSED 2

Name "${NAME}"
OutFile "${OUT}"
BrandingText "${NAME} ${VERSION}"
RequestExecutionLevel user
ManifestSupportedOS Win10
ManifestDPIAware true
ManifestLongPathAware true
!ifdef QUICK
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
!endif
MiscButtonText "< Quay lại" "Tiếp tục >" "Thôi" "Đóng"
InstallButtonText "Cài đặt"
UninstallButtonText "Gỡ"
ShowInstDetails nevershow
AllowSkipFiles off
ShowUninstDetails nevershow

VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
VIAddVersionKey /LANG=1066 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1066 "FileDescription" "Bộ cài đặt ${NAME}"
VIAddVersionKey /LANG=1066 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1066 "LegalCopyright" "MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_TITLE "Đã cài xong ${NAME}"
!define MUI_FINISHPAGE_TEXT "Bấm Kết thúc để đóng bộ cài."
!define MUI_FINISHPAGE_BUTTON "Kết thúc"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_TEXT "Mở ${NAME}"
!define MUI_FINISHPAGE_RUN_FUNCTION OpenProgram
!define MUI_COMPONENTSPAGE_NODESC
!ifdef SIDE
  !define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!endif

Page custom ChooseUsers TakeUsers
!define MUI_PAGE_HEADER_TEXT "Nơi cài"
!define MUI_PAGE_HEADER_SUBTEXT "Thường không cần đổi."
!define MUI_DIRECTORYPAGE_TEXT_TOP "Chương trình được cài vào thư mục dưới đây. Sổ và bản sao lưu để ở nơi khác."
!define MUI_DIRECTORYPAGE_TEXT_DESTINATION "Thư mục"
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE CheckFolder
!insertmacro MUI_PAGE_DIRECTORY
!define MUI_PAGE_HEADER_TEXT "Cài những gì"
!define MUI_PAGE_HEADER_SUBTEXT "Lối tắt giúp mở chương trình nhanh hơn."
!define MUI_COMPONENTSPAGE_TEXT_TOP "Bấm Cài đặt để bắt đầu."
!define MUI_COMPONENTSPAGE_TEXT_COMPLIST "Sẽ cài:"
!insertmacro MUI_PAGE_COMPONENTS
!define MUI_PAGE_HEADER_TEXT "Đang cài"
!define MUI_PAGE_HEADER_SUBTEXT "Xin đợi trong lúc chép chương trình."
!define MUI_INSTFILESPAGE_FINISHHEADER_TEXT "Đã cài xong"
!define MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT "Chương trình đã sẵn sàng."
!define MUI_INSTFILESPAGE_ABORTHEADER_TEXT "Chưa cài được"
!define MUI_INSTFILESPAGE_ABORTHEADER_SUBTEXT "Máy vẫn như trước khi chạy bộ cài."
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_PAGE_HEADER_TEXT "Gỡ ${NAME}"
!define MUI_PAGE_HEADER_SUBTEXT "Sổ và bản sao lưu được giữ lại."
!define MUI_UNCONFIRMPAGE_TEXT_TOP "Chương trình trong thư mục dưới đây sẽ được gỡ khỏi máy. Sổ và bản sao lưu vẫn còn, trừ khi được hỏi hai lần và đồng ý xóa."
!insertmacro MUI_UNPAGE_CONFIRM
!define MUI_PAGE_HEADER_TEXT "Đang gỡ"
!define MUI_PAGE_HEADER_SUBTEXT "Xin đợi một lát."
!define MUI_INSTFILESPAGE_FINISHHEADER_TEXT "Đã gỡ xong"
!define MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT "Chương trình không còn trên máy."
!undef MUI_INSTFILESPAGE_ABORTHEADER_TEXT
!undef MUI_INSTFILESPAGE_ABORTHEADER_SUBTEXT
!define MUI_INSTFILESPAGE_ABORTHEADER_TEXT "Chưa gỡ được"
!define MUI_INSTFILESPAGE_ABORTHEADER_SUBTEXT "Hãy đóng chương trình rồi gỡ lại."
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"

Var Users
Var OneUser
Var AllUsers
Var Copying

!include installer_steps.nsh

Section "Chương trình" Program
  SectionIn RO
  Call Prepare
  Call SetAside
  SetOutPath "$INSTDIR"
  StrCpy $Copying 1
  FileOpen $R0 "$INSTDIR\${BROKEN}" w
  FileClose $R0
  ClearErrors
  File /r "${SOURCE}/*.*"
  FileOpen $R0 "$INSTDIR\${WHICH}" w
  FileWrite $R0 "${VERSION}"
  FileClose $R0
  WriteUninstaller "$INSTDIR\go-cai-dat.exe"
  ${If} ${Errors}
    !insertmacro Refuse "Chưa chép được đủ chương trình vào $INSTDIR nên đã để lại như cũ. Hãy kiểm tra chỗ trống của ổ đĩa rồi chạy lại bộ cài."
  ${EndIf}
  Delete "$INSTDIR\${BROKEN}"
  StrCpy $Copying 0
  RMDir /r "$INSTDIR${GONE}"
  Call Register
  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${EXE}"
SectionEnd

Section "Lối tắt trên màn hình nền" Desktop
  CreateShortCut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${EXE}"
SectionEnd

Function .onInit
  !insertmacro RequireWindows
  !insertmacro RequireAlone
  SetRegView 64
  StrCpy $Users "one"
  ReadRegStr $R0 HKCU "${APPS}" "InstallLocation"
  ReadRegStr $R1 HKLM "${APPS}" "InstallLocation"
  ${If} $R0 == ""
  ${AndIf} $R1 != ""
    StrCpy $Users "all"
  ${EndIf}
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/ALLUSERS" $R1
  ${IfNot} ${Errors}
    StrCpy $Users "all"
  ${EndIf}
  Call SettleUsers
FunctionEnd

Function .onInstSuccess
  SetErrorLevel 0
FunctionEnd

Function .onInstFailed
  ${If} $Copying == 1
    Call PutBack
  ${EndIf}
FunctionEnd

Function OpenProgram
  ; through the desktop, so that a set-up run by an administrator does not open the program with those rights
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\${EXE}"'
FunctionEnd

Function un.onInit
  StrCpy $Users "one"
  ReadRegStr $R0 HKLM "${APPS}" "InstallLocation"
  ${If} $R0 == $INSTDIR
    StrCpy $Users "all"
  ${EndIf}
  Call un.Context
  ${IfNot} ${FileExists} "$INSTDIR\${EXE}"
    SetErrorLevel ${REFUSED}
    Abort
  ${EndIf}
FunctionEnd

Section Uninstall
  Call un.RequireClosed
  Call un.OfferOld
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  Call un.Unregister
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR${OLD}"
  RMDir /r "$INSTDIR${GONE}"
  RMDir /r "$INSTDIR"
  Call un.OfferErasure
SectionEnd
