#!/bin/sh
# Made by 'ddevbak schedule install'; 'ddevbak schedule remove' removes it.
export DDEVBAK_SCHEDULED=cron
export HOME=/home/ada
export JAVA_HOME=/usr/lib/jvm/java-17-openjdk-amd64
export PATH=/usr/local/bin:/usr/bin:/bin
log=/home/ada/.local/state/ddevbak/schedule/job.log
[ ! -f "$log" ] || [ "$(wc -c <"$log")" -lt 1000000 ] || mv -f "$log" "$log.old"
exec /usr/local/bin/ddevbak all --quiet --soft-fail --if-older-than 20h >>"$log" 2>&1 </dev/null
