#!/bin/sh
# ddevbak: finds a Java and hands it the jar that follows the last line of this very file.
set -u

# The build puts both in; no Java is needed to tell them.
case $#${1-} in
    1-V | 1--version)
        echo 'ddevbak @version@'
        exit
        ;;
    1-h | 1--help)
        printf '%s\n' '@help@'
        exit
        ;;
esac

wanted=17
java= found=

# Sets home to the folder that holds bin/ of the program $1, links followed.
home_of() {
    link=$1 hops=0
    while [ -L "$link" ] && [ "$hops" -lt 40 ]; do
        target=$(readlink "$link") || break
        case $target in
            /*) link=$target ;;
            *) link=${link%/*}/$target ;;
        esac
        hops=$((hops + 1))
    done
    home=$(CDPATH='' cd -P "${link%/*}/.." 2>/dev/null && pwd -P)
}

# Sets version from the file that every JDK has beside bin/: reading it costs nothing, asking Java costs a start.
read_release() {
    version=
    [ -n "$home" ] && [ -f "$home/release" ] && [ -r "$home/release" ] || return 0
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in
            JAVA_VERSION=*)
                version=${line#*=} version=${version#\"} version=${version%%\"*}
                return 0
                ;;
        esac
    done <"$home/release"
}

# Sets version from what the program $1 says of itself: it may be a script that picks a Java.
ask_version() {
    said=$("$1" -version 2>&1 </dev/null) || said=
    case $said in
        *' version "'*) version=${said#*' version "'} version=${version%%\"*} ;;
    esac
}

# Takes the Java $1 if it is there and new enough, else remembers what it was.
try() {
    [ -f "$1" ] && [ -x "$1" ] || return 1
    home_of "$1"
    read_release
    [ -n "$version" ] || ask_version "$1"
    major=${version#1.} major=${major%%[!0-9]*}
    if [ -z "$major" ]; then
        found="${found:+$found, }one that does not start ($1)"
    elif [ "$major" -lt "$wanted" ]; then
        found="${found:+$found, }Java $major ($1)"
    else
        java=$1
    fi
    [ -n "$java" ]
}

try_path() {
    rest=${PATH-}:
    while [ -n "$rest" ]; do
        folder=${rest%%:*} rest=${rest#*:}
        case $folder in
            /*) try "$folder/java" && return 0 ;;
        esac
    done
    return 1
}

# macOS keeps its Javas where PATH does not look.
try_macos() {
    [ -x /usr/libexec/java_home ] && home=$(/usr/libexec/java_home -v "$wanted+" 2>/dev/null) && try "$home/bin/java"
}

case $0 in
    /*) program=$0 ;;
    */*) program=$PWD/$0 ;;
    *) if [ -f "./$0" ]; then program=$PWD/$0; else program=$(command -v "$0"); fi ;;
esac

case $program in
    *:*)
        echo "ddevbak: Java takes the colon in $program for the end of a path. Move ddevbak to a folder without one." >&2
        exit 10
        ;;
esac

# Some packages bring a Java of their own: ../lib/ddevbak, beside the folder of the program.
try_bundled() {
    home=${program%/*}/..
    [ ! -L "$program" ] || home_of "$program"
    [ -d "$home/lib/ddevbak" ] && try "$home/lib/ddevbak/bin/java"
}

try_bundled || { [ -n "${JAVA_HOME-}" ] && try "$JAVA_HOME/bin/java"; } || try_path || try_macos || {
    echo "ddevbak: needs Java $wanted or newer, and found ${found:-none}. Install one" \
        "(Debian, Ubuntu: openjdk-17-jre-headless; macOS: brew install openjdk) or set JAVA_HOME to it." >&2
    exit 10
}

# Java 17 takes the encoding of file names and arguments from the locale, and cron sets none. macOS has UTF-8 always.
if [ ! -d /System/Library ]; then
    case ${LC_ALL:-${LC_CTYPE:-${LANG-}}} in
        '' | C | POSIX) charmap= ;;
        *) charmap=$(locale charmap 2>/dev/null) ;;
    esac
    case $charmap in
        [Uu][Tt][Ff]-8 | [Uu][Tt][Ff]8) ;;
        *) export LC_ALL=C.UTF-8 ;;
    esac
fi

# Sets command to the first word that is neither an option nor the value of one; to nothing where there is none.
command_of() {
    command=
    while [ $# -gt 0 ]; do
        case $1 in
            -c | --config | -d | --dest | --project-dir | --jobs | --timeout | --lock-wait | --color | --progress | \
                --only | --exclude) shift ;;
            -*) ;;
            *)
                command=$1
                return
                ;;
        esac
        [ $# -gt 0 ] && shift
    done
}
command_of ${1+"$@"}

# What only looks is over before code of the second compiler pays for itself.
# The first one alone makes SHA-256 ten times slower: never where contents are hashed.
quick=
case $command in
    '' | help | git-check | list | show | status | schedule | completion | manual)
        quick=-XX:TieredStopAtLevel=1
        for word; do
            case $word in
                --rescue*) quick= ;;
            esac
        done
        ;;
esac

# VFORK starts a child of Java 17 on Linux without a helper program; 25 prints a notice, macOS refuses it.
fork=
[ -z "$quick" ] || [ "$major" != 17 ] || [ -d /System/Library ] || fork=-Djdk.lang.Process.launchMechanism=VFORK

# Where Java finds our classes ready-made, if it ran this program before (StartArchive makes it). Java itself passes over
# one that does not fit; one that others could have put there is not shown to it. Java splits the name at colons. From 24
# on it takes all classes of an archive at once, so that short commands have one of their own.
archive= shared= kind=start
[ -z "$quick" ] && [ "$command" != files-manifest ] || kind=quick
cache=${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}
case $cache:$program in
    *:*:*) ;;
    /*)
        name=$version rest=$program
        while :; do
            case $rest in
                */*) name=$name${rest%%/*}+ rest=${rest#*/} ;;
                *) break ;;
            esac
        done
        [ "${#name}" -gt 200 ] || archive=$cache/ddevbak/$kind-$name$rest.jsa
        [ -n "$archive" ] && [ -O "$cache/ddevbak" ] && [ -f "$archive" ] && [ -O "$archive" ] && shared=1
        ;;
esac

# A manifest of files that did not change is much like looking, and one of new files is all hashing: the second compiler
# is told to do the hash and nothing else. Java takes such rules from a file only, and does not start on wrong ones.
rules=
if [ "$command" = files-manifest ] && [ -n "$cache" ] && [ -O "$cache/ddevbak" ]; then
    rules=$cache/ddevbak/compile-hashes.json there=
    wanted='[{match: ["sun/security/provider/*.*"], c2: {Exclude: false}}, {match: ["*.*"], c2: {Exclude: true}}]'
    [ -f "$rules" ] && [ -O "$rules" ] && [ -r "$rules" ] && IFS= read -r there <"$rules"
    [ "$there" = "$wanted" ] || (
        umask 077
        echo "$wanted" >"$rules.$$" && mv -f "$rules.$$" "$rules" || { rm -f "$rules.$$" && false; }
    ) 2>/dev/null || rules=
fi

# Java moves an archive to another address at each start, and touches every page of it for that: here it stays where it was
# made for. A Java that does not know the option makes no archive (StartArchive).
#
# The JVM's own warnings would go to stdout; that an archive made for another jar does not fit is no matter. A small
# young generation keeps the whole JVM near 100 MB while a dump streams through; the rest is for long lists of files.
# DDEVBAK_JAVA_OPTS comes last, so that it wins; its words are split, its wildcards are not.
set -f
terminals= columns=
[ -t 1 ] && terminals=1
[ -t 2 ] && terminals=${terminals}2
# The width is for wrapped text and the progress line; Java cannot ask a terminal for it.
[ -n "$terminals" ] && columns=$({ stty size </dev/tty; } 2>/dev/null) && columns=${columns#* }

# From the last word to the first. A short command's class by name saves a look into the jar for its manifest: what that opens
# to us is of use where many files are looked at. And Java's reflection is quicker for it by its own native code than by code
# that it makes first (the first word is for Java 17, the second for newer ones).
if [ -n "$quick" ]; then
    set -- -cp "$program" io.github.ddevbak.Main ${1+"$@"}
else
    set -- -jar "$program" ${1+"$@"}
fi
set -- -Dfile.encoding=UTF-8 "-Dddevbak.archive=$archive" "-Dddevbak.program=$program" \
    "-Dddevbak.terminals=$terminals" "-Dddevbak.columns=$columns" ${DDEVBAK_JAVA_OPTS-} "$@"
[ -z "$shared" ] ||
    set -- -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0 "-XX:SharedArchiveFile=$archive" "$@"
[ -z "$rules" ] ||
    set -- -XX:+UnlockDiagnosticVMOptions -XX:-DisplayVMOutput "-XX:CompilerDirectivesFile=$rules" "$@"
[ -z "$fork" ] || set -- "$fork" "$@"
[ -z "$quick" ] ||
    set -- "$quick" -Dsun.reflect.inflationThreshold=100000 -Djdk.reflect.useNativeAccessorOnly=true "$@"
exec "$java" -Xlog:disable '-Xlog:all=error,cds*=off:stderr' -XX:+UseSerialGC -XX:-UsePerfData -Xss512k \
    -Xms32m -Xmn24m -Xmx128m "$@"
