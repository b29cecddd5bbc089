Files that cannot be used, and options that contradict each other.
-- run
skep asm none.s
skep asm examples/sum.s -o none/out; echo $?
printf 'exit\0' | skep asm; echo $?
skep asm --hex -j examples/sum.s; echo $?
skep asm examples/sum.s more.s; echo $?
skep asm -o; echo $?
skep asm --frob
-- stdout
1
1
2
2
2
-- stderr
skep: cannot open none.s: No such file or directory
skep: cannot open none/out: No such file or directory
skep: standard input: a byte 0, which no text has, at byte 4: skep dis lists a program that is assembled already
skep: --hex, --raw and -j contradict each other: the output has one form
skep: 'more.s': one file at a time
skep: -o needs an argument: FILE
skep: there is no option --frob, or it is short for several: see skep asm --help
-- exit
2
