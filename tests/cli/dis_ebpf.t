A filter's program is read back, with the table of its addresses.
-- run
seq 1 2 3000 | awk '{printf "%sdst host 10.0.%d.%d", (NR > 1 ? " or " : ""), $1 / 250, $1 % 250}' >$T/e
skep filter --ebpf -F $T/e >$T/a && skep asm $T/a 2>$T/warning | skep dis >$T/b
grep -v '^\.data' $T/a | cmp - $T/b && cat $T/warning
grep '^\.data' $T/a | head -2; grep 'map' $T/b
skep asm -j $T/a | grep -c '"index":0,"data":null'
-- stdout
skep: warning: the output has the instructions alone, not the data and maps that they have by index: -j has both
.data idx:0 00000000010000000200000003000000 04000000050000000600000007000000
.data idx:0 08000000090000000a0000000b000000 0c0000000d0000000e0000000f000000
12: (18) r5 = map[idx:0][0]+0
17: (18) r5 = map[idx:0][0]+6128
38: (18) r4 = map[idx:0][0]+0
43: (18) r4 = map[idx:0][0]+6128
1
-- exit
0
