The packets on which programs trap, as a capture file.
-- run
skep verify -w $T/bad.pcap $OBJECTS/refused.bpf.o >/dev/null; echo $?; skep filter -r $T/bad.pcap | wc -l; skep filter -r $T/bad.pcap 'less 22' | wc -l
skep verify -w $T/none/bad.pcap $OBJECTS/refused.bpf.o 2>&1 | sed "s#$T/##"; skep verify --linux -w $T/bad.pcap $OBJECTS/refused.bpf.o; echo $?
-- stdout
4
6
1
skep: cannot create none/bad.pcap: No such file or directory
2
-- exit
0
-- stderr
skep: -w and --linux: Linux shows no packet that traps
