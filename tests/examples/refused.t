A program that the verifier refuses: the reason, and exit status 4.
-- run
skep run $OBJECTS/refused.bpf.o -p unchecked_lookup -r examples/demo.pcap >$T/out 2>$T/err; echo $?; cat $T/out; head -1 $T/err; tail -1 $T/err | sed "s#$OBJECTS/##"
-- stdout
4
unchecked_lookup: refused: r0, a pointer to a map value, may be NULL here (maybe-null)
skep: the verifier refuses a program of refused.bpf.o
-- exit
0
