Printing, and blocks of arguments that are too long.
-- type xdp
-- maps
out array 4 1024 1
in array 4 256 1 rdonly_prog frozen=6162636465666768696a6b6c6d6e6f707172737475767778797a6162636465666768696a6b6c6d6e6f707172737475767778797a6162636465666768696a6b6c6d6e6f707172737475767778797a6162636465666768696a6b6c6d6e6f707172737475767778797a6162636465666768696a6b6c6d6e6f707172737475767778797a6162636465666768696a6b6c6d6e6f707172737475767778797a6162636465666768696a6b6c6d6e6f707172737475767778797a6162636465666768696a6b6c6d6e6f707172737475767778797a6162636465666768696a6b6c6d6e6f707172737475767778797a6162636465666768696a6b6c6d6e6f70717273747500
f_text array 4 32 1 rdonly_prog frozen=257325737c256400000000000000000000000000000000000000000000000000
f_none array 4 32 1 rdonly_prog frozen=6e6f20617267756d656e74730000000000000000000000000000000000000000
f_ends array 4 32 1 rdonly_prog frozen=2573202531307320256c6c640000000000000000000000000000000000000000
-- before
r7 = map[out][0]+0
-- after
*(u64 *)(r7 + 0) = r0
r0 = 0
exit
-- set START
0   r1 = map[in][0]+0
1   r1 = map[in][0]+1
2   r1 = map[in][0]+2
3   r1 = map[in][0]+3
100 r1 = map[in][0]+100
254 r1 = map[in][0]+254
255 r1 = map[in][0]+255
-- set ROOM
0    r2 = 0
1    r2 = 1
20   r2 = 20
1000 r2 = 1000
-- set FORMAT
text r3 = map[f_text][0]+0
none r3 = map[f_none][0]+0
ends r3 = map[f_ends][0]+0
-- set SIZE
0  r5 = 0
8  r5 = 8
16 r5 = 16
24 r5 = 24
7  r5 = 7
96 r5 = 96
104 r5 = 104
-- table texts that fill the block: START ROOM FORMAT SIZE
*(u64 *)(r10 - 104) = 0
*(u64 *)(r10 - 72) = 0
*(u64 *)(r10 - 64) = 0
*(u64 *)(r10 - 56) = 0
*(u64 *)(r10 - 48) = 0
*(u64 *)(r10 - 40) = 0
*(u64 *)(r10 - 32) = 0
*(u64 *)(r10 - 24) = 0
*(u64 *)(r10 - 16) = 0
*(u64 *)(r10 - 8) = 0
$START
*(u64 *)(r10 - 104) = r1
*(u64 *)(r10 - 96) = r1
*(u64 *)(r10 - 88) = 7
*(u64 *)(r10 - 80) = 5
r1 = r7
r1 += 8
$ROOM
$FORMAT
r4 = r10
r4 += -104
$SIZE
call bpf_snprintf
-- set HEAD
ok    r1 = 0x646c2520666c6c ll
more  r1 = 0x64256425642564 ll
none  r1 = 0x6100 ll
wrong r1 = 0x6325662531 ll
text  r1 = 0x20732520206162 ll
-- set LENGTH
1  r2 = 1
5  r2 = 5
8  r2 = 8
16 r2 = 16
-- table lines: HEAD LENGTH
$HEAD
*(u64 *)(r10 - 16) = r1
*(u64 *)(r10 - 8) = 0
r1 = r10
r1 += -16
$LENGTH
r3 = 77
r4 = 12
r5 = -1
call bpf_trace_printk
-- set ARGS
null r3 = 0
some r3 = r7
-- set SIZES
0  r4 = 0
8  r4 = 8
24 r4 = 24
96 r4 = 96
97 r4 = 97
104 r4 = 104
-- table lines with an array of arguments: HEAD LENGTH ARGS SIZES
$HEAD
*(u64 *)(r10 - 16) = r1
*(u64 *)(r10 - 8) = 0
r1 = r10
r1 += -16
$LENGTH
$ARGS
$SIZES
call bpf_trace_vprintk
