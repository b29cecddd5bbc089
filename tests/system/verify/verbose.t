What the verifier did and found, for each instruction; times and memory differ from run to run.
-- run
skep verify -v $OBJECTS/trace_files.bpf.o >$T/v; sed 's/[0-9][0-9.]*/N/g' $T/v | sed -n '1,3p'
grep -c '^ *[0-9]* *[0-9]* *[0-9]* *[0-9]*: ' $T/v | sed 's/[0-9][0-9]/many/'
grep -o '; [0-9]*: if (wanted_pid.*' $T/v; grep -o 'map_value, map trace_fi.rodata.*' $T/v; grep -o 'if w2 == 0x0 .*jumps' $T/v | tr -s ' '
grep -c 'no path comes here' $T/v
-- stdout
trace_files: accepted
  N instructions, N visited, N states; stack N bytes; N ms; N bytes of memory
    visits   states   pruned
many
; 57: if (wanted_pid && pid != wanted_pid)
map_value, map trace_fi.rodata, always 0x0
if w2 == 0x0 goto pc+2 ; always jumps
2
-- exit
0
