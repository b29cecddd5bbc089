A timer that the first packet starts runs beside the packets.
-- run
skep run $PARTS/timer.bpf.o -r examples/demo.pcap --repeat 3000 >$T/out; echo $?
sed -n '/XDP_DROP/s/ [0-9]*$/ some/p; /fired/p' $T/out
-- stdout
0
  XDP_DROP                     some
  fired: 1
-- exit
0
