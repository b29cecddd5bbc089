Standard output that is full.
-- run
skep filter -r examples/demo.pcap >/dev/full
-- stderr
skep: cannot write standard output: No space left on device
-- exit
1
