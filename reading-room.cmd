@echo off
rem Runs Reading Room on Windows, building it first where it was not built. Delete target\reading-room.jar to build anew.
rem Environment: JAVA_HOME (a JDK 25 or newer), READING_ROOM_HOME (data directory), READING_ROOM_OPTS (more options for java).
setlocal
for %%I in ("%~dp0.") do set "ROOT=%%~fI"
if not exist "%JAVA_HOME%\bin\javac.exe" (
  echo Reading Room needs a JDK 25 or newer, such as Temurin from https://adoptium.net; set JAVA_HOME to its folder. 1>&2
  exit /b 1
)
if not exist "%ROOT%\target\reading-room.jar" (
  echo Building Reading Room; this takes a minute or two and happens only once. 1>&2
  pushd "%ROOT%"
  call mvnw.cmd -q -B -Dquick -Dmaven.test.skip -Dspotless.apply.skip -Dspotless.check.skip package 1>&2 || exit /b 1
  popd
)
set "SPEED=-XX:TieredStopAtLevel=1"
if "%~1"=="serve" set "SPEED=-Djdk.virtualThreadScheduler.parallelism=16"
if "%~1"=="evaluate" set "SPEED="
if "%~1"=="index" set "SPEED="
rem What is written is UTF-8, whatever the console was set to.
chcp 65001 >nul
"%JAVA_HOME%\bin\java" --enable-native-access=ALL-UNNAMED -Xmx512m -XX:+UseSerialGC -Xlog:disable -Dfile.encoding=UTF-8 %SPEED% "-Dreading-room.root=%ROOT%" %READING_ROOM_OPTS% -jar "%ROOT%\target\reading-room.jar" %*
exit /b %ERRORLEVEL%
