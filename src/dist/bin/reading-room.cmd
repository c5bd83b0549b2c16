@echo off
rem Runs Reading Room as it was installed, with the Java that came with it. Nothing is written beside it.
rem Environment: READING_ROOM_HOME (data directory), READING_ROOM_OPTS (more options for java).
setlocal
for %%I in ("%~dp0..") do set "ROOT=%%~fI"
set "FLAGS=--enable-native-access=ALL-UNNAMED -Xmx512m -XX:+UseSerialGC -Xlog:disable -Dfile.encoding=UTF-8"
set "SPEED=-XX:TieredStopAtLevel=1"
if "%~1"=="serve" set "SPEED=-Djdk.virtualThreadScheduler.parallelism=16 -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:-AOTReplayTraining"
if "%~1"=="index" set "SPEED="
set "AOT="
rem Of a variable that is not set nothing can be replaced.
set "OPTS= %READING_ROOM_OPTS%"
if exist "%ROOT%\app\ask.aot" if "%OPTS:AOTCacheOutput=%"=="%OPTS%" set AOT="-XX:AOTCache=%ROOT%\app\ask.aot"
rem What is written is UTF-8, whatever the console was set to.
chcp 65001 >nul
"%ROOT%\runtime\bin\java" %AOT% "-Dreading-room.root=%ROOT%" "-Dreading-room.default-home=%LOCALAPPDATA%\reading-room" "-Dreading-room.models=%ROOT%\models" "-DENGINE_CACHE_DIR=%ROOT%\models\native" "-Djna.boot.library.path=%ROOT%\models\native" "-Dreading-room.packed-index=%ROOT%\index" %FLAGS% %SPEED% %READING_ROOM_OPTS% -jar "%ROOT%\app\reading-room.jar" %*
exit /b %ERRORLEVEL%
