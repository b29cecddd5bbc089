A damaged object is refused in libbpf's words, which are not printed raw.
-- run
cd $T
{ head -c 1000 $OBJECT | skep dis; cp /bin/true o; skep dis o; } 2>&1 | cut -d: -f 1-3 | sed 's/elf: .*/elf/'
-- stdout
skep: libbpf cannot open standard input: elf
skep: libbpf cannot open o: elf
-- exit
0
