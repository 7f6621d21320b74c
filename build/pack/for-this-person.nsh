; For the person who installs it, without asking: the program and the shop's books belong to one login, and no administrator is needed.
!macro customInstallMode
  StrCpy $isForceCurrentInstall "1"
!macroend
