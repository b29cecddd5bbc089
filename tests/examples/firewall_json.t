JSON: each line is an object with the keys that the manual names.
-- run
skep run -j $OBJECTS/xdp_firewall.bpf.o -r examples/xdp_firewall.pcap --map @examples/xdp_firewall.maps --event events=event >$T/j
python3 - $T/j <<'E'
import collections, json, sys
lines = [json.loads(line) for line in open(sys.argv[1])]
for keys, count in collections.Counter(tuple(line) for line in lines).items():
    print(count, *keys)
run = next(line for line in lines if "program" in line)
print(run["verdicts"], run["passed"], run["dropped"], run["packets"], run["bytes"])
for line in lines:
    if line.get("map") == "counters":
        print(line)
print(next(line["data"] for line in lines if "event" in line).keys())
E
-- stdout
86 event data
1 program section type packets bytes refused verdicts passed dropped sent_back redirected copies targets ended program_ns total_ns packets_per_second interrupted
4 map type max_entries elements records
5 map key value
4 map key value cpus
{'XDP_ABORTED': 0, 'XDP_DROP': 86, 'XDP_PASS': 95, 'XDP_TX': 0, 'XDP_REDIRECT': 0, 'unknown': 0} 95 86 181 37198
{'map': 'counters', 'type': 'percpu_array', 'max_entries': 4, 'elements': 4, 'records': 0}
{'map': 'counters', 'key': 0, 'value': {'packets': 86, 'bytes': 20568}, 'cpus': [{'packets': 86, 'bytes': 20568}]}
{'map': 'counters', 'key': 1, 'value': {'packets': 66, 'bytes': 12016}, 'cpus': [{'packets': 66, 'bytes': 12016}]}
{'map': 'counters', 'key': 2, 'value': {'packets': 16, 'bytes': 4064}, 'cpus': [{'packets': 16, 'bytes': 4064}]}
{'map': 'counters', 'key': 3, 'value': {'packets': 4, 'bytes': 160}, 'cpus': [{'packets': 4, 'bytes': 160}]}
dict_keys(['time', 'from', 'to', 'port', 'reason'])
-- exit
0
