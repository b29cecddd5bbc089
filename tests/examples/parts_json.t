The same as JSON: what is printed can be given back.
-- run
run() { skep run -q -j $PARTS/parts.bpf.o -r examples/demo.pcap -p first "$@"; }
run --map 'kinds={"-3":{"yes":true,"name":"a\"b","small":-2,"colour":"BLUE","low":5,"high":31,"port":443,"address":"::1","mac":"02:00:00:00:00:01","bytes":"0a0b0c","pair":[1,2],"number":7,"inner":9}}' --set print=1 >$T/a
grep -m1 trace $T/a; grep -c trace $T/a; grep '"kinds"' $T/a; grep -e targets $T/a | sed 's/.*"targets"/"targets"/; s/,"program_ns.*//'
python3 - $T/a >$T/map <<'E'
import json, sys
elements = [json.loads(line) for line in open(sys.argv[1])]
print("kinds=" + json.dumps([{"key": e["key"], "value": e["value"]} for e in elements if e.get("map") == "kinds" and "key" in e]))
E
run --map @$T/map | grep '"kinds"' >$T/b; grep '"kinds"' $T/a | cmp - $T/b
-- stdout
{"trace":"ICMP, 98 bytes"}
26
{"map":"kinds","type":"hash","max_entries":4,"elements":1,"records":0}
{"map":"kinds","key":-3,"value":{"yes":true,"name":"a\"b","small":-2,"colour":"BLUE","low":5,"high":31,"port":443,"wide":0,"address":"::1","mac":"02:00:00:00:00:01","bytes":"0a0b0c","pair":[1,2],"number":7,"parts":"07000000","inner":9,"pointer":0}}
"targets":[{"map":null,"target":0,"packets":52}],"ended":[{"program":"next","runs":12}]
-- exit
0
