Contents of maps and variables, in every form.
-- run
run() { skep run $OBJECTS/tc_nat.bpf.o -r examples/tc_nat.pcap "$@" | grep -A3 -e '^inside ' -e '^.rodata'; }
run --set outside=0xc0000201 --set 'inside_net="0a010000"' --set 'inside_mask="192.0.2.7"'
run --map 'inside=[{"key":{"address":"203.0.113.9","port":4444,"own_port":22,"protocol":6},"value":"10.1.0.9"},]' --set 'outside="192.0.2.1"'
skep run $OBJECTS/sock_stats.bpf.o -r examples/sock_stats.pcap --map 'protocols={"6":1000000,"0x29":"0x10"}' --set 'sizes=[1,2]' | grep -e '^  6:' -e '^  41:' -e sizes
-- stdout
inside (lru_hash, 16384): 0 elements
translated (percpu_array, 2): 0 elements that are not zero
.rodata
  outside: 192.0.2.1
  inside_net: 10.1.0.0
  inside_mask: 192.0.2.7
inside (lru_hash, 16384): 92 elements
  {address: 198.51.100.10, port: 53, own_port: 40000, protocol: 17}: 10.1.0.2
  {address: 198.51.100.10, port: 53, own_port: 40001, protocol: 17}: 10.1.0.6
  {address: 198.51.100.10, port: 53, own_port: 40002, protocol: 17}: 10.1.0.3
--
.rodata
  outside: 192.0.2.1
  inside_net: 0.0.0.0
  inside_mask: 0.0.0.0
  6: 1008325
  41: 16
  sizes: [1, 2, 0, 0, 27, 27, 45, 19, 0, 15, 19, 0, 0, 0, 0, 0, 0]
-- exit
0
