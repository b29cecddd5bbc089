Other types: verdicts by their names, and what is left of packets.
-- run
for prog in keep_40 only_ip mark; do
	skep run $PARTS/parts.bpf.o -r examples/demo.pcap -p $prog --set interface=3 -w $T/w.pcap --redirect $T/r.pcap | grep -v 'ns a packet' | sed '/^[a-z]* (prog_array/,$d'
	skep filter -r $T/w.pcap --count; skep filter -r $T/r.pcap --count; skep filter -r $T/w.pcap -j | sed 's/.*\("caplen":[0-9]*,"len":[0-9]*\).*/\1/' | sort | uniq -c | sort -rn | head -2
done
skep run $PARTS/parts.bpf.o -r examples/demo.pcap -p xdp; echo $?
-- stdout
keep_40 (socket_filter): 163 packets, 32342 bytes
  dropped                      57
  cut                          106
106
0
     40 "caplen":54,"len":218
     26 "caplen":54,"len":98
only_ip (cgroup_skb): 163 packets, 32342 bytes
  dropped                      73
  passed                       90
90
0
     37 "caplen":54,"len":54
     26 "caplen":98,"len":98
mark (sched_cls): 163 packets, 32342 bytes
  TC_ACT_PIPE                  90
  TC_ACT_STOLEN                67
  TC_ACT_REDIRECT              6
  redirected to interface 3: 6
  copies sent: 40
90
6
     37 "caplen":54,"len":54
     26 "caplen":98,"len":98
1
-- stderr
skep: 2 programs have the section xdp: choose one with -p NAME: next (xdp), first (xdp), keep_40 (socket_filter), only_ip (cgroup_skb), mark (sched_cls)
-- exit
0
