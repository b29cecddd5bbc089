--count prints only the number of matches.
-- run
skep filter -r examples/demo.pcap --count; skep filter -r examples/demo.pcap --count udp port 53; skep filter -r examples/demo.pcap --count -c 3 udp
-- stdout
163
9
3
-- exit
0
