Each line is JSON that others read.
-- run
skep filter -r examples/demo.pcap -jx | /usr/bin/python3 -c 'import json,sys; p=[json.loads(l) for l in sys.stdin]; print(len(p), sum(x["caplen"] for x in p), sum(len(x["data"]) for x in p))'
-- stdout
163 32342 59800
-- exit
0
