@echo off
rem For a Windows machine that may lack even Python: brings Python 3.12 for this person alone, then starts the desk.
chcp 65001 >nul
cd /d "%~dp0..\.."
set "python="
for %%v in (3.13 3.12 3.11) do if not defined python py -%%v -c "import pip" >nul 2>nul && set "python=py -%%v"
if defined python goto start
where winget >nul 2>nul || goto none
echo 这台电脑没有合适的 Python，正在为您安装 Python 3.12（只为当前用户，不需要管理员）……
winget install --exact --id Python.Python.3.12 --scope user --silent --accept-source-agreements --accept-package-agreements
set "python="%LOCALAPPDATA%\Programs\Python\Python312\python.exe""
%python% -c "import pip" >nul 2>nul || goto none
:start
%python% main.py %*
set status=%errorlevel%
if not %status%==0 pause
exit /b %status%
:none
echo 请先安装 Python 3.12（python.org，勾选 pip），再双击本文件。
pause
exit /b 2
