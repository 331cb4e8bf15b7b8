; Inno Setup 6:  iscc /DVersion=0.1.0 installer\windows\daan-desk.iss   after  pyinstaller installer\daan-desk.spec
; Installs for the person alone, without administrator's rights; workspaces among the documents are never touched.
; Save this file as UTF-8 with its byte order mark, or the Chinese names are read wrongly.

#ifndef Version
  #error Version is wanted: iscc /DVersion=0.1.0 …
#endif
#define Root SourcePath + "..\..\"
#define Chinese "compiler:Languages\ChineseSimplified.isl"

[Setup]
AppId={{5E1D6B0C-6C0B-4C55-9B7C-0A6A5A2F3D10}
AppName=大安企服台
AppVersion={#Version}
AppVerName=大安企服台 {#Version}
AppPublisher=DaAn Desk contributors
DefaultDirName={localappdata}\Programs\DaAn Desk
DefaultGroupName=大安企服台
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile={#Root}LICENSE
OutputDir={#Root}dist
OutputBaseFilename=daan-desk-{#Version}-x64
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
CloseApplications=yes
RestartApplications=no
UninstallDisplayIcon={app}\DaAn Desk.exe
#if FileExists(Root + "resources\icons\daan-desk.ico")
SetupIconFile={#Root}resources\icons\daan-desk.ico
#endif

[Languages]
#if FileExists(AddBackslash(CompilerPath) + "Languages\ChineseSimplified.isl")
Name: "zh"; MessagesFile: "{#Chinese}"
#else
Name: "en"; MessagesFile: "compiler:Default.isl"
#endif

[Tasks]
Name: "desktopicon"; Description: "在桌面放一个图标"

[InstallDelete]
; A library that a newer version does not bring any more must not stay behind.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Root}dist\daan-desk\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\大安企服台"; Filename: "{app}\DaAn Desk.exe"
Name: "{userdesktop}\大安企服台"; Filename: "{app}\DaAn Desk.exe"; Tasks: desktopicon

[Run]
Filename: "{app}\DaAn Desk.exe"; Description: "现在打开大安企服台"; Flags: nowait postinstall skipifsilent
