JSON: the keys and what does not depend on the compiler.
-- run
skep verify -j $OBJECTS/refused.bpf.o unchecked_lookup >$T/j; echo exit $?
python3 -c '
import json, sys
v = json.load(open(sys.argv[1]))
r = v["reasons"][0]
print(*v); print(*r)
print(v["program"], v["section"], v["type"], v["verdict"], r["rule"], r["source"], r["fix_passes"])
print([sorted(step) for step in r["steps"]])
e = r["example"]
print(*e); print(e["what"], len(e["packet"]), e["maps"], e["results"])' $T/j
-- stdout
exit 4
program section type verdict instructions visited states peak_states stack memory nanoseconds reasons
rule what insn insn_text file line column source steps lost fix fix_passes hint example
unchecked_lookup xdp xdp refused maybe-null *value += 1; True
[['insn', 'note']]
insn what packet context maps fields results
reads through a pointer that is NULL 128 [] []
-- exit
0
