; Uninstalling keeps the shop's data: the orders of years must not go with a program that is installed again in a minute.
; Only a person who is there, and who says yes twice, deletes them. An update and a silent uninstall never ask and never delete.
; The data of the person who uninstalls is meant; a folder given with --data is never touched.

; The languages are known from here on.
!macro customHeader
  LangString keepDataQuestion 1033 "Philo POS is being removed. The shop's data (orders, menu, reports, backups) stays on this computer.$\r$\n$\r$\nDelete the data too?"
  LangString keepDataQuestion 1044 "Philo POS fjernes. Butikkens data (bestillinger, meny, rapporter, sikkerhetskopier) blir liggende på denne maskinen.$\r$\n$\r$\nSkal dataene slettes også?"
  LangString reallyDeleteQuestion 1033 "This deletes every order and every backup in$\r$\n$APPDATA\${PRODUCT_NAME}$\r$\n$\r$\nIt cannot be undone. Delete them now?"
  LangString reallyDeleteQuestion 1044 "Dette sletter alle bestillinger og alle sikkerhetskopier i$\r$\n$APPDATA\${PRODUCT_NAME}$\r$\n$\r$\nDet kan ikke angres. Slette dem nå?"
!macroend

!macro customUnInstall
  ${ifNot} ${isUpdated}
    ${ifNot} ${Silent}
      # Electron keeps its data with the person, for whomever the program was installed.
      SetShellVarContext current
      ${if} ${FileExists} "$APPDATA\${PRODUCT_NAME}\*.*"
        MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(keepDataQuestion)" /SD IDNO IDNO keepShopData
        MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(reallyDeleteQuestion)" /SD IDNO IDNO keepShopData
        RMDir /r "$APPDATA\${PRODUCT_NAME}"
        keepShopData:
      ${endif}
      ${if} $installMode == "all"
        SetShellVarContext all
      ${endif}
    ${endif}
  ${endif}
!macroend
