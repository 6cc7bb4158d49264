; What the set-up program does, step by step: who it is for, the old program aside, file types, taking away.

!macro Refuse SENTENCE
  MessageBox MB_OK|MB_ICONEXCLAMATION "${SENTENCE}" /SD IDOK
  SetErrorLevel ${REFUSED}
  Abort
!macroend

!macro RequireWindows
  ${IfNot} ${AtLeastBuild} 17763
  ${OrIfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONEXCLAMATION "${NAME} cần Windows 10 bản 1809 (64 bit) trở lên; máy này dùng bản cũ hơn nên chưa cài được." /SD IDOK
    SetErrorLevel ${REFUSED}
    Quit
  ${EndIf}
!macroend

; Two set-ups at once would take the program from under each other.
!macro RequireAlone
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "SoHocTap.cai-dat") p .r1 ?e'
  Pop $R0
  ${If} $R0 == 183 ; ERROR_ALREADY_EXISTS
    MessageBox MB_OK|MB_ICONEXCLAMATION "Bộ cài ${NAME} đang chạy ở một cửa sổ khác; hãy dùng cửa sổ ấy." /SD IDOK
    SetErrorLevel ${REFUSED}
    Quit
  ${EndIf}
!macroend

; --- for whom

!macro Context UN
Function ${UN}Context
  SetRegView 64
  ${If} $Users == "all"
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
  ${EndIf}
FunctionEnd
!macroend
!insertmacro Context ""
!insertmacro Context "un."

; A running program cannot be written to.
!macro RequireClosed UN
Function ${UN}RequireClosed
  ClearErrors
  FileOpen $R0 "$INSTDIR\${EXE}" a
  ${If} ${Errors}
    !insertmacro Refuse "${NAME} đang mở, hoặc tệp của chương trình đang được dùng; hãy đóng chương trình rồi chạy lại. Chương trình và sổ vẫn giữ nguyên."
  ${EndIf}
  FileClose $R0
FunctionEnd
!macroend
!insertmacro RequireClosed ""
!insertmacro RequireClosed "un."

; Where it goes: where it is already, where /D= says, or the usual place.
Function SettleUsers
  Call Context
  ${If} $INSTDIR != ""
    Return
  ${EndIf}
  ReadRegStr $INSTDIR SHCTX "${APPS}" "InstallLocation"
  ${If} $INSTDIR != ""
    Return
  ${EndIf}
  ${If} $Users == "all"
    StrCpy $INSTDIR "$PROGRAMFILES64\${FOLDER}"
  ${Else}
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${FOLDER}"
  ${EndIf}
FunctionEnd

Function ChooseUsers
  !insertmacro MUI_HEADER_TEXT "Cài cho ai" "Cài cho riêng mình thì không cần quyền quản trị máy."
  nsDialogs::Create 1018
  Pop $R0
  ${NSD_CreateRadioButton} 0 10u 100% 12u "Chỉ cho người đang dùng máy (nên chọn)"
  Pop $OneUser
  ${NSD_CreateRadioButton} 0 30u 100% 12u "Cho mọi người dùng máy này (cần quyền quản trị)"
  Pop $AllUsers
  ${NSD_CreateLabel} 0 55u 100% 40u "Sổ và bản sao lưu đã có trên máy không bị thay đổi. Nếu máy đã có bản cũ, sổ được sao lưu trước khi thay chương trình."
  Pop $R0
  ${If} $Users == "all"
    ${NSD_Check} $AllUsers
  ${Else}
    ${NSD_Check} $OneUser
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function TakeUsers
  ${NSD_GetState} $AllUsers $R0
  StrCpy $R1 $Users
  StrCpy $Users "one"
  ${If} $R0 == ${BST_CHECKED}
    StrCpy $Users "all"
    UserInfo::GetAccountType
    Pop $R0
    ${If} $R0 != "Admin"
      StrCpy $Users "one"
      ClearErrors
      ExecShell "runas" "$EXEPATH" "/ALLUSERS"
      ${If} ${Errors}
        MessageBox MB_OK|MB_ICONEXCLAMATION "Chưa được quyền quản trị; hãy chọn cài cho riêng mình hoặc nhờ người quản trị máy."
        Abort
      ${EndIf}
      Quit
    ${EndIf}
  ${EndIf}
  ${If} $Users != $R1
    StrCpy $INSTDIR ""
    Call SettleUsers
  ${EndIf}
FunctionEnd

; A folder with other things in it is never taken over: it would be emptied at the next change.
Function CheckFolder
  ${If} ${FileExists} "$INSTDIR\${EXE}"
  ${OrIf} ${FileExists} "$INSTDIR\${BROKEN}"
  ${OrIfNot} ${FileExists} "$INSTDIR\*.*"
    Return
  ${EndIf}
  ${DirState} "$INSTDIR" $R0
  ${If} $R0 == 1
    !insertmacro Refuse "Thư mục $INSTDIR đã có tệp khác; hãy chọn thư mục trống hoặc thư mục chưa có."
  ${EndIf}
FunctionEnd

; --- over an older one

; A store a newer program has opened may be closed to this one.
Function RequireNewer
  ClearErrors
  FileOpen $R0 "$INSTDIR\${WHICH}" r
  ${If} ${Errors}
    ClearErrors
    Return
  ${EndIf}
  FileRead $R0 $R1
  FileClose $R0
  ${VersionCompare} "$R1" "${VERSION}" $R2
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/OLDER" $R3
  ${If} $R2 == 1
  ${AndIf} ${Errors}
    MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "Máy đang có bản $R1, mới hơn bản ${VERSION} của bộ cài này. Sổ mà bản mới đã mở có thể không mở được bằng bản cũ. Vẫn cài bản cũ?" /SD IDNO IDYES older
    SetErrorLevel ${REFUSED}
    Abort
    older:
  ${EndIf}
  ClearErrors
FunctionEnd

Function Prepare
  ${If} $Users == "all"
    UserInfo::GetAccountType
    Pop $R0
    ${If} $R0 != "Admin"
      !insertmacro Refuse "Cài cho mọi người dùng máy cần quyền quản trị; hãy nhờ người quản trị máy chạy bộ cài này."
    ${EndIf}
  ${EndIf}
  Call CheckFolder
  Call RequireNewer
FunctionEnd

; The office's store is copied by the old program that wrote it; where that one cannot (a password), file by file.
Function BackUp
  SetShellVarContext current
  StrCpy $R0 "$LOCALAPPDATA\${FOLDER}"
  ${If} ${FileExists} "$R0\so-hoc-tap.sht"
    ${GetTime} "" "L" $0 $1 $2 $3 $4 $5 $6
    StrCpy $R1 "$R0\sao-luu\truoc-cap-nhat-$2$1$0-$4$5$6"
    CreateDirectory "$R0\sao-luu"
    DetailPrint "Đang sao lưu sổ…"
    nsExec::Exec '"$INSTDIR\${DOOR}" --store "$R0\so-hoc-tap.sht" backup "$R1.sht-backup"'
    Pop $R2
    ${If} $R2 != 0
      CreateDirectory "$R1"
      CopyFiles /SILENT "$R0\so-hoc-tap.sht*" "$R1"
    ${EndIf}
  ${EndIf}
  Call Context
FunctionEnd

; Whether the installed program has opened a store ($R0), as it notes among the user's own files. Of a program for all
; users nobody can tell.
Function IsProved
  StrCpy $R0 1
  ${If} $Users == "one"
    ClearErrors
    FileOpen $R1 "$LOCALAPPDATA\${FOLDER}\${OPENED}" r
    FileRead $R1 $R2
    FileClose $R1
    FileOpen $R1 "$INSTDIR\${WHICH}" r
    FileRead $R1 $R3
    FileClose $R1
    ${If} ${Errors}
    ${OrIf} $R2 != $R3
      StrCpy $R0 0
    ${EndIf}
    ClearErrors
  ${EndIf}
FunctionEnd

; The old program stays beside the new one until the new one has opened the store and takes it away itself. What a set-up
; killed half-way left is no program, and what has never opened a store is not proved: it goes, and the one set aside
; before it stays.
Function SetAside
  SetOutPath "$TEMP"
  ${If} ${FileExists} "$INSTDIR\${BROKEN}"
    RMDir /r "$INSTDIR"
    Return
  ${EndIf}
  ${IfNot} ${FileExists} "$INSTDIR\${EXE}"
    Return
  ${EndIf}
  Call RequireClosed
  Call BackUp
  StrCpy $R4 "$INSTDIR${OLD}"
  Call IsProved
  ${If} $R0 == 0
  ${AndIf} ${FileExists} "$INSTDIR${OLD}\${EXE}"
    StrCpy $R4 "$INSTDIR${GONE}"
  ${EndIf}
  RMDir /r "$R4"
  StrCpy $R3 0
  again:
  ClearErrors
  Rename "$INSTDIR" "$R4"
  ${If} ${Errors}
    IntOp $R3 $R3 + 1
    ${If} $R3 < 10
      Sleep 300
      Goto again
    ${EndIf}
    !insertmacro Refuse "${NAME} đang mở hoặc thư mục của chương trình đang được dùng; hãy đóng chương trình rồi chạy lại bộ cài. Chương trình cũ và sổ vẫn giữ nguyên."
  ${EndIf}
FunctionEnd

; As it was before, also where that program was not proved; the older one beside it stays.
Function PutBack
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR"
  ${If} ${FileExists} "$INSTDIR${GONE}\${EXE}"
    Rename "$INSTDIR${GONE}" "$INSTDIR"
  ${ElseIf} ${FileExists} "$INSTDIR${OLD}\${EXE}"
    Rename "$INSTDIR${OLD}" "$INSTDIR"
  ${EndIf}
FunctionEnd

; --- what Windows knows of it

!macro FileType ENDING KIND TITLE
  WriteRegStr SHCTX "${CLASSES}\${ENDING}" "" "${KIND}"
  WriteRegStr SHCTX "${CLASSES}\${KIND}" "" "${TITLE}"
  WriteRegStr SHCTX "${CLASSES}\${KIND}\DefaultIcon" "" "$INSTDIR\${EXE},0"
  WriteRegStr SHCTX "${CLASSES}\${KIND}\shell\open\command" "" '"$INSTDIR\${EXE}" --store "%1"'
!macroend

!macro NoFileType ENDING KIND
  ReadRegStr $R0 SHCTX "${CLASSES}\${ENDING}" ""
  ${If} $R0 == "${KIND}"
    DeleteRegKey SHCTX "${CLASSES}\${ENDING}"
  ${EndIf}
  DeleteRegKey SHCTX "${CLASSES}\${KIND}"
!macroend

!macro Refresh
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function Register
  !insertmacro FileType ".sht" "SoHocTap.So" "Sổ của ${NAME}"
  !insertmacro FileType ".sht-backup" "SoHocTap.SaoLuu" "Bản sao lưu của ${NAME}"
  WriteRegStr SHCTX "${APPS}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${APPS}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${APPS}" "DisplayIcon" "$INSTDIR\${EXE}"
  WriteRegStr SHCTX "${APPS}" "Publisher" "${NAME}"
  WriteRegStr SHCTX "${APPS}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${APPS}" "UninstallString" '"$INSTDIR\go-cai-dat.exe"'
  WriteRegStr SHCTX "${APPS}" "QuietUninstallString" '"$INSTDIR\go-cai-dat.exe" /S'
  WriteRegDWORD SHCTX "${APPS}" "EstimatedSize" "${KILOBYTES}"
  WriteRegDWORD SHCTX "${APPS}" "NoModify" 1
  WriteRegDWORD SHCTX "${APPS}" "NoRepair" 1
  !insertmacro Refresh
FunctionEnd

Function un.Unregister
  !insertmacro NoFileType ".sht" "SoHocTap.So"
  !insertmacro NoFileType ".sht-backup" "SoHocTap.SaoLuu"
  DeleteRegKey SHCTX "${APPS}"
  !insertmacro Refresh
FunctionEnd

; --- away again

; A new program that never opened the store has its predecessor beside it still: go back to that one instead.
Function un.OfferOld
  ${IfNot} ${FileExists} "$INSTDIR${OLD}\${EXE}"
    Return
  ${EndIf}
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/BACK" $R1
  ${If} ${Errors}
    MessageBox MB_YESNO|MB_ICONQUESTION "Máy còn giữ bản trước của ${NAME}. Quay lại bản trước thay vì gỡ hẳn?" /SD IDNO IDYES back
    Return
  ${EndIf}
  back:
  SetOutPath "$TEMP"
  ClearErrors
  Rename "$INSTDIR" "$INSTDIR${GONE}"
  ${If} ${Errors}
    !insertmacro Refuse "Thư mục của ${NAME} đang được dùng nên chưa quay lại được; hãy đóng các cửa sổ của thư mục ấy rồi làm lại."
  ${EndIf}
  Rename "$INSTDIR${OLD}" "$INSTDIR"
  RMDir /r "$INSTDIR${GONE}"
  FileOpen $R0 "$INSTDIR\${WHICH}" r
  FileRead $R0 $R1
  FileClose $R0
  WriteRegStr SHCTX "${APPS}" "DisplayVersion" "$R1"
  MessageBox MB_OK|MB_ICONINFORMATION "Đã quay lại bản $R1." /SD IDOK
  SetErrorLevel 0
  Quit
FunctionEnd

; Never without being asked twice, and never when nobody is there to ask.
Function un.OfferErasure
  SetShellVarContext current
  ${IfNot} ${FileExists} "$LOCALAPPDATA\${FOLDER}\*.*"
  ${OrIf} ${Silent}
    Return
  ${EndIf}
  MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "Đã gỡ chương trình; sổ và bản sao lưu vẫn còn trong $LOCALAPPDATA\${FOLDER}. Xóa cả sổ và bản sao lưu?" IDNO kept
  MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "Mọi sổ và bản sao lưu trong $LOCALAPPDATA\${FOLDER} sẽ mất hẳn, không lấy lại được. Vẫn xóa?" IDNO kept
  RMDir /r "$LOCALAPPDATA\${FOLDER}"
  kept:
FunctionEnd
