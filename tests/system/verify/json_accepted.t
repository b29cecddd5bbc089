JSON: one object a line; without reasons where there are none.
-- run
skep verify -j $OBJECTS/tc_nat.bpf.o | python3 -c '
import json, sys
for line in sys.stdin:
    v = json.loads(line)
    print(v["program"], v["type"], v["verdict"], "reasons" in v, v["visited"] > 0)'
-- stdout
nat_out sched_cls accepted False True
nat_in sched_cls accepted False True
-- exit
0
