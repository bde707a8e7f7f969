@name@() {
    local curcontext=$curcontext state line ret=1
    typeset -A opt_args
    local -a commands
    commands=(
@commands@
    )
    _arguments -C -s -S : $_ddevbak_common@options@ \
        '1: :->command' '*:: :->rest' && ret=0
    local sets=${opt_args[--dest]:-${opt_args[-d]:-$sets}}
    case $state in
        command) _describe -t commands command commands && ret=0 ;;
        rest)
            curcontext=${curcontext%:*}-$words[1]:
            case $words[1] in
@rest@
            esac && ret=0
            ;;
    esac
    return ret
}
