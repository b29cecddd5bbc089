JSON: one object a line; without reasons where there are none.
-- run
(skep verify -j $OBJECTS/tc_nat.bpf.o; skep verify -j $OBJECTS/xdp_firewall.bpf.o) | python3 -c '
import json, sys
for line in sys.stdin:
    v = json.loads(line)
    print(v["program"], v["type"], v["verdict"], "reasons" in v, v["visited"] > 0)'
-- stdout
tc_nat sched_cls accepted False True
xdp_firewall xdp accepted False True
-- exit
0
