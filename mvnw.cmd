@rem Runs an installed Maven on this project.
@echo off
where mvn >nul 2>nul
if errorlevel 1 (
    echo mvnw: no Maven is installed. ddevbak runs on macOS, Linux and WSL2: build it in WSL2 with ./mvnw. 1>&2
    exit /b 1
)
mvn -f "%~dp0pom.xml" %*
