# Completion of ddevbak's command line for bash 3.2 and newer, made by 'ddevbak completion bash'. It starts no program.

# Sets commands, options and word to what may follow the command $1.
_ddevbak_offer() {
    case $1 in
@offers@
    esac
}

# Sets kind to what the option $2 of the command $1 takes; to nothing where it takes none.
_ddevbak_kind() {
    case "$1 $2" in
        'restore --config') kind= ;; # the part; a file of settings is -c there
@values@
        *) kind= ;;
    esac
}

# Sets found to the projects that ddev has on its list, and those that have sets in the folder $1.
_ddevbak_projects() {
    local folder line
    found=
    for folder in "${DDEV_XDG_CONFIG_HOME-}/ddev" "${XDG_CONFIG_HOME-}/ddev" ~/.ddev ~/.config/ddev; do
        [ -r "$folder/project_list.yaml" ] || continue
        while IFS= read -r line; do
            line=${line%%:*}
            line=${line//\"/}
            case $line in
                '' | *[!A-Za-z0-9._-]*) ;;
                *) found="$found $line" ;;
            esac
        done <"$folder/project_list.yaml"
    done
    for folder in "$1"/projects/*/; do
        folder=${folder%/}
        case ${folder##*/} in
            *[!A-Za-z0-9._-]*) ;;
            *) found="$found ${folder##*/}" ;;
        esac
    done
}

# Sets found to the sets in the folder $1.
_ddevbak_sets() {
    local folder
    found=latest
    for folder in "$1"/projects/*/[0-9]*T*Z*/; do
        folder=${folder%/}
        case ${folder##*/} in
            *[!A-Za-z0-9_-]*) ;;
            *) found="$found ${folder##*/}" ;;
        esac
    done
}

# Offers what the kind $1 of a word can be, where $2 is its beginning; $3 is the folder of all sets.
_ddevbak_word() {
    local found= before= this=$2
    case $1 in
        file)
            return # readline's own completion of files
            ;;
        folder)
            compopt -o dirnames +o default +o bashdefault 2>/dev/null
            return
            ;;
        project) _ddevbak_projects "$3" ;;
        set) _ddevbak_sets "$3" ;;
        one:*) found=${1#*:} ;;
        some:*)
            found=${1#*:}
            case $this in
                *,*) before=${this%,*}, this=${this##*,} ;;
            esac
            ;;
    esac
    compopt +o default +o bashdefault 2>/dev/null
    COMPREPLY=($(compgen -P "$before" -W "$found" -- "$this"))
}

_ddevbak() {
    local IFS=$' \t\n' this=${COMP_WORDS[COMP_CWORD]} path= option= plain= kind= said i
    local commands= options= word= common='@common@'
    local sets=${DDEVBAK_DEST:-${XDG_DATA_HOME:-$HOME/.local/share}/ddevbak}
    COMPREPLY=()
    _ddevbak_offer ''
    for ((i = 1; i < COMP_CWORD; i++)); do
        said=${COMP_WORDS[i]}
        if [ -n "$option" ]; then
            # bash takes --option=value apart into three words.
            [ "$said" = = ] && continue
            case $option in
                -d | --dest) sets=${said/#\~\//$HOME/} ;;
            esac
            option=
            continue
        fi
        case $plain$said in
            --) plain=' ' ;;
            -*)
                _ddevbak_kind "$path" "$said"
                [ -z "$kind" ] || option=$said
                ;;
            *)
                case " $commands " in
                    *" $said "*)
                        path=${path:+$path }$said
                        _ddevbak_offer "$path"
                        ;;
                esac
                ;;
        esac
    done
    if [ -n "$option" ]; then
        [ "$this" != = ] || this=
        _ddevbak_word "$kind" "$this" "$sets"
        return
    fi
    case $plain$this in
        -*) _ddevbak_word "one:$options $common" "$this" "$sets" ;;
        *)
            if [ -n "$commands" ]; then
                _ddevbak_word "one:$commands" "$this" "$sets"
            else
                _ddevbak_word "${word:-any}" "$this" "$sets"
            fi
            ;;
    esac
}

complete -o bashdefault -o default -F _ddevbak ddevbak
