Maps of all shapes, tail calls, redirects and lines that programs print.
-- run
skep run $PARTS/parts.bpf.o -r examples/demo.pcap -p first --set interface=7 --set print=1 --set 'pair=[3,4]' \
	--map 'kinds={"-3":{"yes":true,"name":"skep","small":-2,"colour":"BLUE","low":5,"high":"0x1f","port":443,"wide":1,"address":"2001:db8::1","mac":"02:00:00:00:00:01","bytes":"0a0b0c","pair":[1,2],"parts":"01020304","inner":9,"pointer":"0xffff"},"7":{"colour":5,"parts":"192.0.2.1"}}' \
	--map 'untyped={"01020304":"0102030405ff","7":"01:02:03:04:05:06"}' --map 'ports={"2":{"ifindex":1}}' --map 'inners={"1":"one"}' \
	--map 'programs={"0":"next"}' --map 'sizes=[7]' --redirect $T/r.pcap -w $T/w.pcap --event samples=sample 2>$T/err >$T/out; echo $?
grep -v -e 'ns a packet' -e '^records: ' -e '^samples: ' $T/out; grep -e '^records: ' -e '^samples: ' $T/out | sort | uniq -c
sort $T/err | uniq -c; skep filter -r $T/r.pcap --count; skep filter -r $T/w.pcap --count
-- stdout
0
first (xdp): 163 packets, 32342 bytes
  XDP_PASS                     99
  XDP_REDIRECT                 64
  redirected by ports[2]: 12
  redirected to interface 7: 52
  ended in next: 12
programs (prog_array, 2): 2 elements
  0: next
  1: next
ports (devmap, 4): 1 elements
  2: {ifindex: 1, bpf_prog: {fd: 0, id: 0}}
kinds (hash, 4): 2 elements
  -3: {yes: true, name: "skep", small: -2, colour: BLUE, low: 5, high: 31, port: 443, wide: 1, address: 2001:db8::1, mac: 02:00:00:00:00:01, bytes: 0a0b0c, pair: [1, 2], number: 67305985, parts: 01020304, inner: 9, pointer: 65535}
  7: {yes: false, name: "", small: 0, colour: GREEN, low: 0, high: 0, port: 0, wide: 0, address: ::, mac: 00:00:00:00:00:00, bytes: 000000, pair: [0, 0], number: 16908480, parts: c0000201, inner: 0, pointer: 0}
untyped (hash, 4): 2 elements
  01020304: 0102030405ff
  07000000: 010203040506
protocols (percpu_hash, 256): 4 elements
  0: 73
  1: 26
  6: 52
  17: 12
sizes (queue, 4): 4 elements
  98
  98
  98
  98
records (ringbuf, 4096): 26 records were read
samples (perf_event_array, 4): 12 records were read
one (array, 1): 0 elements that are not zero
inners (array_of_maps, 2): 1 elements
  1: one
.rodata
  interface: 7
  print: 1
  first.____fmt: "ICMP, %d bytes"
.data
  pair: [3, 4]
     26 records: 62000000
     12 samples: {number: 1, other: 2, text: "abc"}
     26 ICMP, 98 bytes
64
99
-- exit
0
