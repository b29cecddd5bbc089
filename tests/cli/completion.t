bash completes commands, options and link names.
-- run
bash -c 'eval "$(skep completion bash)"; for w in fil "filter --us" "help --h"; do COMP_WORDS=(skep $w); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _skep; echo "${COMPREPLY[*]}"; done'
-- stdout
filter
--user
--help
-- exit
0
