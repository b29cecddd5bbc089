Maps of all shapes, tail calls, redirects and lines that programs print.
-- run
skep run $PARTS -r examples/demo.pcap -p first --set interface=7 --set print=1 --set 'pair=[3,4]' \
	--map 'kinds={"-3":{"yes":true,"name":"skep","small":-2,"colour":"BLUE","low":5,"high":"0x1f","port":443,"wide":1,"address":"2001:db8::1","mac":"02:00:00:00:00:01","bytes":"0a0b0c","pair":[1,2],"parts":"01020304","inner":9,"pointer":"0xffff"},"7":{"colour":5,"parts":"192.0.2.1"}}' \
	--map 'untyped={"01020304":"0102030405ff","7":"01:02:03:04:05:06"}' --map 'ports={"2":{"ifindex":1}}' --map 'inners={"1":"one"}' \
	--map 'programs={"0":"next"}' --map 'sizes=[7]' --redirect $T/r.pcap -w $T/w.pcap 2>$T/err | grep -v 'ns a packet' | sed 's/^records: .*/records/' | uniq -c
sort $T/err | uniq -c; skep filter -r $T/r.pcap --count; skep filter -r $T/w.pcap --count
-- stdout
     26 records
      1 first (xdp): 163 packets, 32342 bytes
      1   XDP_PASS                     99
      1   XDP_REDIRECT                 64
      1   redirected by ports[2]: 12
      1   redirected to interface 7: 52
      1   ended in next: 12
      1 programs (prog_array, 2): 2 elements
      1   0: next
      1   1: next
      1 ports (devmap, 4): 1 elements
      1   2: {ifindex: 1, bpf_prog: {fd: 0, id: 0}}
      1 kinds (hash, 4): 2 elements
      1   -3: {yes: true, name: "skep", small: -2, colour: BLUE, low: 5, high: 31, port: 443, wide: 1, address: 2001:db8::1, mac: 02:00:00:00:00:01, bytes: 0a0b0c, pair: [1, 2], number: 67305985, parts: 01020304, inner: 9, pointer: 65535}
      1   7: {yes: false, name: "", small: 0, colour: GREEN, low: 0, high: 0, port: 0, wide: 0, address: ::, mac: 00:00:00:00:00:00, bytes: 000000, pair: [0, 0], number: 16908480, parts: c0000201, inner: 0, pointer: 0}
      1 untyped (hash, 4): 2 elements
      1   01020304: 0102030405ff
      1   07000000: 010203040506
      1 protocols (percpu_hash, 256): 4 elements
      1   0: 73
      1   1: 26
      1   6: 52
      1   17: 12
      1 sizes (queue, 4): 4 elements
      4   98
      1 records (ringbuf, 4096): 0 elements, 26 records were read
      1 one (array, 1): 0 elements that are not zero
      1 inners (array_of_maps, 2): 1 elements
      1   1: one
      1 .rodata
      1   interface: 7
      1   print: 1
      1   first.____fmt: "ICMP, %d bytes"
      1 .data
      1   pair: [3, 4]
     26 ICMP, 98 bytes
64
99
-- exit
0
