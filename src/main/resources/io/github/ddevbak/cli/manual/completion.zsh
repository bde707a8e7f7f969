#compdef ddevbak
# Completion of ddevbak's command line for zsh, made by 'ddevbak completion zsh'. It starts no program.

typeset -ga _ddevbak_common
_ddevbak_common=(
    @common@
)

# The folder of all sets: as this command's options say, else those before it, whose $sets is.
_ddevbak_destination() {
    REPLY=${opt_args[--dest]:-${opt_args[-d]:-$sets}}
    REPLY=${REPLY/#\~\//$HOME/}
}

# The projects that ddev has on its list, and those that have sets.
_ddevbak_projects() {
    local REPLY list
    local -a found
    for list in {$DDEV_XDG_CONFIG_HOME,$XDG_CONFIG_HOME}/ddev/project_list.yaml(N) ~/{.ddev,.config/ddev}/project_list.yaml(N); do
        found+=(${${(M)${(f)"$(<$list)"}:#[A-Za-z0-9\"]*:*}%%:*})
    done
    _ddevbak_destination
    found+=($REPLY/projects/*(N/:t))
    found=(${(u)found//\"/})
    _describe -t projects project found
}

_ddevbak_sets() {
    local REPLY
    local -a found
    _ddevbak_destination
    found=(latest $REPLY/projects/*/[0-9]*T*Z*(N/:t))
    found=(${(u)found})
    _describe -t sets set found
}

@functions@
_ddevbak() {
    local sets=${DDEVBAK_DEST:-${XDG_DATA_HOME:-$HOME/.local/share}/ddevbak}
    _ddevbak_of "$@"
}

# Sourced, it registers itself; in a folder of fpath, compinit has done so and calls this file as the function.
if [[ ${zsh_eval_context[-1]} == loadautofunc ]]; then
    _ddevbak "$@"
else
    compdef _ddevbak ddevbak
fi
