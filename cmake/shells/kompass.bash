# bash completion for kompass: asks the program itself, see `kompass complete`.
_kompass() {
    local word=${COMP_WORDS[COMP_CWORD]} line
    COMPREPLY=()
    while IFS= read -r line; do
        case $line in
        :files) compopt -o filenames && mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
        :folders) compopt -o filenames && mapfile -t COMPREPLY < <(compgen -d -- "$word") ;;
        *) COMPREPLY+=("${line%%$'\t'*}") ;;
        esac
    done < <("${COMP_WORDS[0]}" complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _kompass kompass
