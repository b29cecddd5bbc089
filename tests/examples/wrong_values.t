What cannot be given to maps and variables.
-- run
run() { skep run $OBJECTS/tc_nat.bpf.o -r examples/tc_nat.pcap "$@"; echo $?; }
run --map inside; run --map none=1; run --set 'outside=4294967296'; run --set outside=-1; run --set 'outside="1.2.3"'
run --map 'inside={"x":1}'; run --map 'inside=[{"key":{"adress":1},"value":1}]'; run --map 'inside=[{"key":1}]'; run --map 'inside=[1'
run --map 'inside=["a\qb"]'; run --map 'translated={"2":1}'; run --map @none; run --event inside=packet
-- stdout
1
1
1
1
1
1
1
1
1
1
1
1
1
-- exit
0
-- stderr
skep: inside: expected NAME=JSON, not 'inside'
skep: none: there is no map or variable none: there are inside, translated, outside, inside_net, inside_mask
skep: outside: 4294967296 does not fit: the type has 32 bits
  4294967296
  ^~~~~~~~~~
skep: outside: -1 does not fit: the type has 32 bits
  -1
  ^~
skep: outside: expected an IPv4 address, or a number
  "1.2.3"
  ^~~~~~~
skep: inside: expected a struct: {"member":..}
  {"x":1}
       ^
skep: inside: there is no member adress: there are address, port, own_port, protocol
  [{"key":{"adress":1},"value":1}]
                    ^
skep: inside: an element is {"key": .., "value": ..}
  [{"key":1}]
   ^~~~~~~~~
skep: inside: expected ',' or ']'
  [1
    ^
skep: inside: there is no such escape in a text
  ["a\qb"]
      ^
skep: translated: the map does not take the element: it is full, or ends before
  {"2":1}
       ^
skep: none: cannot open none: No such file or directory
skep: inside=packet: there is no ring buffer inside
