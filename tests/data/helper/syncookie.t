Cookies of connections that nobody keeps: what a SYN is answered with, and whether an answer to that is right.
-- type xdp
-- maps
out array 4 1024 1
-- before
r6 = r1
r7 = map[out][0]+0
r1 = 0x0506070801020304 ll
*(u64 *)(r10 - 136) = 0x45
*(u64 *)(r10 - 128) = 0x600
*(u64 *)(r10 - 120) = r1
*(u64 *)(r10 - 112) = r1
*(u64 *)(r10 - 104) = r1
*(u64 *)(r10 - 96) = 0
r1 = 0x0403020150001f90 ll
*(u64 *)(r10 - 64) = r1
*(u64 *)(r10 - 56) = 0
*(u64 *)(r10 - 48) = 0
*(u64 *)(r10 - 40) = 0
*(u64 *)(r10 - 32) = 0
*(u64 *)(r10 - 24) = 0
*(u64 *)(r10 - 16) = 0
*(u64 *)(r10 - 8) = 0
-- set KIND
v4 r2 = r10; r2 += -64; call bpf_tcp_raw_gen_syncookie_ipv4
v6 r2 = r10; r2 += -64; call bpf_tcp_raw_gen_syncookie_ipv6
-- set CHECK
v4 call bpf_tcp_raw_check_syncookie_ipv4
v6 call bpf_tcp_raw_check_syncookie_ipv6
-- set SIZE
0   *(u8 *)(r10 - 52) = 0x50; r3 = 20
4   *(u8 *)(r10 - 52) = 0x60; r3 = 24
16  *(u8 *)(r10 - 52) = 0x90; r3 = 36
less *(u8 *)(r10 - 52) = 0x60; r3 = 20
more *(u8 *)(r10 - 52) = 0x50; r3 = 24
low *(u8 *)(r10 - 52) = 0x40; r3 = 16
-- set OPTIONS
none    r9 = 0
ends    r9 = 0x00000000b4050402 ll; r9 <<= 8
small   r9 = 0x00000000
least   r9 = 0x18020402
1300    r9 = 0x14050402
1299    r9 = 0x13050402
1440    r9 = 0xa0050402 ll
1460    r9 = 0xb4050402 ll
1459    r9 = 0xb3050402 ll
1420    r9 = 0x8c050402 ll
1220    r9 = 0xc4040402 ll
9000    r9 = 0x28230402
nothing r9 = 0x00000402
nops    r9 = 0xb405040201010101 ll
short   r9 = 0xb4050302 ll
long    r9 = 0xb4050902 ll
one     r9 = 0xb4050102 ll
other   r9 = 0xb405040200000408 ll
twice   r9 = 0x14050402b4050402 ll
-- table sizes of segments: KIND SIZE OPTIONS
$OPTIONS
*(u32 *)(r10 - 44) = r9
r9 >>= 32
*(u32 *)(r10 - 40) = r9
r1 = r10
r1 += -136
$SIZE
$KIND
r1 = r0
r1 s>>= 32
*(u64 *)(r7 + 0) = r1
if r1 s< 0 goto +1
r0 = 0
*(u64 *)(r7 + 8) = r0
r0 = 0
exit
-- set CHANGE
none     r1 = 0
sequence *(u8 *)(r10 - 57) = 8
port     *(u8 *)(r10 - 64) = 8
address  *(u8 *)(r10 - 124) = 8; *(u8 *)(r10 - 120) = 9
protocol *(u8 *)(r10 - 127) = 8
flags    *(u8 *)(r10 - 51) = 8
length   *(u8 *)(r10 - 52) = 0x10
-- table an answer: KIND CHECK CHANGE
r9 = 0xb4050402 ll
*(u32 *)(r10 - 44) = r9
r9 >>= 32
*(u32 *)(r10 - 40) = r9
*(u8 *)(r10 - 52) = 0x60
r1 = r10
r1 += -136
r3 = 24
$KIND
r9 = r0
r9 += 1
r9 = be32 r9
*(u32 *)(r10 - 56) = r9
r9 = *(u32 *)(r10 - 60)
r9 = be32 r9
r9 += 1
r9 = be32 r9
*(u32 *)(r10 - 60) = r9
$CHANGE
r1 = r10
r1 += -136
r2 = r10
r2 += -64
$CHECK
*(u64 *)(r7 + 0) = r0
r0 = 0
exit
