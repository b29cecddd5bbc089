What the verifier did; times and memory differ from run to run.
-- run
skep verify -v $OBJECTS/trace_files.bpf.o | sed 's/[0-9][0-9.]*/N/g'
-- stdout
trace_files: accepted
  N instructions, N visited, N states; stack N bytes; N ms; N bytes of memory
-- exit
0
