What is wrong before a verifier sees anything.
-- run
skep verify; echo $?; (skep verify $T/none.o; echo $?) 2>&1 | sed "s#$T/##g"; echo text >$T/text.o; (skep verify $T/text.o; echo $?) 2>&1 | sed "s#$T/##g"; skep verify $OBJECTS/tc_nat.bpf.o nat; echo $?
skep verify --kernel 5.4 $OBJECTS/tc_nat.bpf.o; echo $?; skep verify --kernel 6.1 --linux $OBJECTS/tc_nat.bpf.o; echo $?
-- stdout
2
skep: libbpf cannot open none.o: elf: failed to open none.o: No such file or directory
1
skep: libbpf cannot open text.o: elf: 'text.o' is not a proper ELF object
1
1
2
2
-- stderr
skep: which object file? see skep verify --help
skep: there is no program nat: there are tc_nat
skep: --kernel 5.4: expected 6.1, 6.6, 6.12 or 6.18
skep: --kernel 6.1 and --linux: Linux is the version that runs
-- exit
0
