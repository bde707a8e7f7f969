#!/bin/sh
# ddevbak: this stub finds a Java and hands it the jar that follows in this very file.
exec java -jar "$0" "$@"
