#!/bin/sh
# Made by 'ddevbak schedule install'; 'ddevbak schedule remove' removes it.
export DDEVBAK_NOTE='a '\''b'\'' "c" \d %e $f `g` !h #i ;jä'
export HOME='/home/o'\''brien & <sons>/100% "ü" $HOME'
log='/home/o'\''brien & <sons>/100% "ü" $HOME/job.log'
[ ! -f "$log" ] || [ "$(wc -c <"$log")" -lt 1000000 ] || mv -f "$log" "$log.old"
exec '/home/o'\''brien & <sons>/100% "ü" $HOME/ddevbak' all --dest '/home/o'\''brien & <sons>/100% "ü" $HOME/sets' --exclude ';' >>"$log" 2>&1 </dev/null
