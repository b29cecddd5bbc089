Files that cannot be used, and options that do not belong to them.
-- run
skep dis none.o; echo $?
skep dis --hex --raw none; echo $?
skep dis a b; echo $?
skep asm examples/sum.s | skep dis --prog x; echo $?
printf '\177ELFxxxx' | skep dis; echo $?
printf '\177ELF' | skep dis --raw; echo $?
skep dis --section
-- stdout
1
2
2
2
1
; no instruction: 7f454c46
1
-- stderr
skep: cannot open none.o: No such file or directory
skep: --hex and --raw contradict each other: the file has one form
skep: 'b': one file at a time
skep: standard input is no object file: --prog belongs to one
skep: libbpf cannot open standard input: elf: 'standard input' is not a proper ELF object
skep: standard input: the program has no instructions
skep: standard input: the last 4 bytes are no whole instruction, which has 8, at byte 0
skep: --section needs an argument: NAME
-- exit
2
