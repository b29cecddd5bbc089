Routes and interfaces: there is a loopback interface that forwards nothing, and nothing else.
-- type xdp
-- case fib_lookup, family 2, interface 1, flags 0, 64 bytes
r6 = r1
r7 = map[out][0]+0
*(u8 *)(r7 + 0) = 2
*(u32 *)(r7 + 8) = 1
*(u32 *)(r7 + 16) = 0x0100000a
*(u32 *)(r7 + 32) = 0x0200000a
r2 = r7
r3 = 64
r4 = 0
call bpf_fib_lookup
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = 2
out 1 = 1
out 2 = 100000a
out 4 = 200000a
out 8 = 5
-- case fib_lookup, family 10, interface 1, flags 0, 64 bytes
r6 = r1
r7 = map[out][0]+0
*(u8 *)(r7 + 0) = 10
*(u32 *)(r7 + 8) = 1
*(u32 *)(r7 + 16) = 0x0100000a
*(u32 *)(r7 + 32) = 0x0200000a
r2 = r7
r3 = 64
r4 = 0
call bpf_fib_lookup
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = a
out 1 = 1
out 2 = 100000a
out 4 = 200000a
out 8 = 5
-- case fib_lookup, family 2, interface 5, flags 0, 64 bytes
r6 = r1
r7 = map[out][0]+0
*(u8 *)(r7 + 0) = 2
*(u32 *)(r7 + 8) = 5
*(u32 *)(r7 + 16) = 0x0100000a
*(u32 *)(r7 + 32) = 0x0200000a
r2 = r7
r3 = 64
r4 = 0
call bpf_fib_lookup
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = 2
out 1 = 5
out 2 = 100000a
out 4 = 200000a
out 8 = ffffffffffffffed
-- case fib_lookup, family 10, interface 5, flags 0, 64 bytes
r6 = r1
r7 = map[out][0]+0
*(u8 *)(r7 + 0) = 10
*(u32 *)(r7 + 8) = 5
*(u32 *)(r7 + 16) = 0x0100000a
*(u32 *)(r7 + 32) = 0x0200000a
r2 = r7
r3 = 64
r4 = 0
call bpf_fib_lookup
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = a
out 1 = 5
out 2 = 100000a
out 4 = 200000a
out 8 = ffffffffffffffed
-- case fib_lookup, family 3, interface 1, flags 0, 64 bytes
r6 = r1
r7 = map[out][0]+0
*(u8 *)(r7 + 0) = 3
*(u32 *)(r7 + 8) = 1
*(u32 *)(r7 + 16) = 0x0100000a
*(u32 *)(r7 + 32) = 0x0200000a
r2 = r7
r3 = 64
r4 = 0
call bpf_fib_lookup
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = 3
out 1 = 1
out 2 = 100000a
out 4 = 200000a
out 8 = ffffffffffffff9f
-- case fib_lookup, family 0, interface 1, flags 0, 64 bytes
r6 = r1
r7 = map[out][0]+0
*(u8 *)(r7 + 0) = 0
*(u32 *)(r7 + 8) = 1
*(u32 *)(r7 + 16) = 0x0100000a
*(u32 *)(r7 + 32) = 0x0200000a
r2 = r7
r3 = 64
r4 = 0
call bpf_fib_lookup
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 1 = 1
out 2 = 100000a
out 4 = 200000a
out 8 = ffffffffffffff9f
-- case fib_lookup, family 2, interface 0, flags 0, 64 bytes
r6 = r1
r7 = map[out][0]+0
*(u8 *)(r7 + 0) = 2
*(u32 *)(r7 + 8) = 0
*(u32 *)(r7 + 16) = 0x0100000a
*(u32 *)(r7 + 32) = 0x0200000a
r2 = r7
r3 = 64
r4 = 0
call bpf_fib_lookup
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = 2
out 2 = 100000a
out 4 = 200000a
out 8 = ffffffffffffffed
-- case fib_lookup, family 2, interface 1, flags 1, 64 bytes
r6 = r1
r7 = map[out][0]+0
*(u8 *)(r7 + 0) = 2
*(u32 *)(r7 + 8) = 1
*(u32 *)(r7 + 16) = 0x0100000a
*(u32 *)(r7 + 32) = 0x0200000a
r2 = r7
r3 = 64
r4 = 1
call bpf_fib_lookup
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = 2
out 1 = 1
out 2 = 100000a
out 4 = 200000a
out 8 = 5
-- case fib_lookup, family 2, interface 1, flags 2, 64 bytes
r6 = r1
r7 = map[out][0]+0
*(u8 *)(r7 + 0) = 2
*(u32 *)(r7 + 8) = 1
*(u32 *)(r7 + 16) = 0x0100000a
*(u32 *)(r7 + 32) = 0x0200000a
r2 = r7
r3 = 64
r4 = 2
call bpf_fib_lookup
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = 2
out 1 = 1
out 2 = 100000a
out 4 = 200000a
out 8 = 5
-- case fib_lookup, family 10, interface 1, flags 1, 64 bytes
r6 = r1
r7 = map[out][0]+0
*(u8 *)(r7 + 0) = 10
*(u32 *)(r7 + 8) = 1
*(u32 *)(r7 + 16) = 0x0100000a
*(u32 *)(r7 + 32) = 0x0200000a
r2 = r7
r3 = 64
r4 = 1
call bpf_fib_lookup
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = a
out 1 = 1
out 2 = 100000a
out 4 = 200000a
out 8 = 5
-- case fib_lookup, family 10, interface 1, flags 2, 64 bytes
r6 = r1
r7 = map[out][0]+0
*(u8 *)(r7 + 0) = 10
*(u32 *)(r7 + 8) = 1
*(u32 *)(r7 + 16) = 0x0100000a
*(u32 *)(r7 + 32) = 0x0200000a
r2 = r7
r3 = 64
r4 = 2
call bpf_fib_lookup
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = a
out 1 = 1
out 2 = 100000a
out 4 = 200000a
out 8 = 5
-- case fib_lookup, family 2, interface 1, flags 4, 64 bytes
r6 = r1
r7 = map[out][0]+0
*(u8 *)(r7 + 0) = 2
*(u32 *)(r7 + 8) = 1
*(u32 *)(r7 + 16) = 0x0100000a
*(u32 *)(r7 + 32) = 0x0200000a
r2 = r7
r3 = 64
r4 = 4
call bpf_fib_lookup
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = 2
out 1 = 1
out 2 = 100000a
out 4 = 200000a
out 8 = 5
-- case fib_lookup, family 2, interface 1, flags 8, 64 bytes
r6 = r1
r7 = map[out][0]+0
*(u8 *)(r7 + 0) = 2
*(u32 *)(r7 + 8) = 1
*(u32 *)(r7 + 16) = 0x0100000a
*(u32 *)(r7 + 32) = 0x0200000a
r2 = r7
r3 = 64
r4 = 8
call bpf_fib_lookup
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = 2
out 1 = 1
out 2 = 100000a
out 4 = 200000a
out 8 = 5
-- case fib_lookup, family 10, interface 5, flags 8, 64 bytes
r6 = r1
r7 = map[out][0]+0
*(u8 *)(r7 + 0) = 10
*(u32 *)(r7 + 8) = 5
*(u32 *)(r7 + 16) = 0x0100000a
*(u32 *)(r7 + 32) = 0x0200000a
r2 = r7
r3 = 64
r4 = 8
call bpf_fib_lookup
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = a
out 1 = 5
out 2 = 100000a
out 4 = 200000a
out 8 = ffffffffffffffed
-- case fib_lookup, family 2, interface 5, flags 8, 64 bytes
r6 = r1
r7 = map[out][0]+0
*(u8 *)(r7 + 0) = 2
*(u32 *)(r7 + 8) = 5
*(u32 *)(r7 + 16) = 0x0100000a
*(u32 *)(r7 + 32) = 0x0200000a
r2 = r7
r3 = 64
r4 = 8
call bpf_fib_lookup
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = 2
out 1 = 5
out 2 = 100000a
out 4 = 200000a
out 8 = ffffffffffffffed
-- case fib_lookup, family 2, interface 1, flags 16, 64 bytes
r6 = r1
r7 = map[out][0]+0
*(u8 *)(r7 + 0) = 2
*(u32 *)(r7 + 8) = 1
*(u32 *)(r7 + 16) = 0x0100000a
*(u32 *)(r7 + 32) = 0x0200000a
r2 = r7
r3 = 64
r4 = 16
call bpf_fib_lookup
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = 2
out 1 = 1
out 2 = 100000a
out 4 = 200000a
out 8 = 5
-- case fib_lookup, family 2, interface 1, flags 32, 64 bytes
r6 = r1
r7 = map[out][0]+0
*(u8 *)(r7 + 0) = 2
*(u32 *)(r7 + 8) = 1
*(u32 *)(r7 + 16) = 0x0100000a
*(u32 *)(r7 + 32) = 0x0200000a
r2 = r7
r3 = 64
r4 = 32
call bpf_fib_lookup
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = 2
out 1 = 1
out 2 = 100000a
out 4 = 200000a
out 8 = 5
-- case fib_lookup, family 2, interface 1, flags 64, 64 bytes
r6 = r1
r7 = map[out][0]+0
*(u8 *)(r7 + 0) = 2
*(u32 *)(r7 + 8) = 1
*(u32 *)(r7 + 16) = 0x0100000a
*(u32 *)(r7 + 32) = 0x0200000a
r2 = r7
r3 = 64
r4 = 64
call bpf_fib_lookup
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = 2
out 1 = 1
out 2 = 100000a
out 4 = 200000a
out 8 = ffffffffffffffea
-- case fib_lookup, family 2, interface 1, flags 9, 64 bytes
r6 = r1
r7 = map[out][0]+0
*(u8 *)(r7 + 0) = 2
*(u32 *)(r7 + 8) = 1
*(u32 *)(r7 + 16) = 0x0100000a
*(u32 *)(r7 + 32) = 0x0200000a
r2 = r7
r3 = 64
r4 = 9
call bpf_fib_lookup
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = 2
out 1 = 1
out 2 = 100000a
out 4 = 200000a
out 8 = 5
-- case fib_lookup, family 2, interface 1, flags 0, 63 bytes
r6 = r1
r7 = map[out][0]+0
*(u8 *)(r7 + 0) = 2
*(u32 *)(r7 + 8) = 1
*(u32 *)(r7 + 16) = 0x0100000a
*(u32 *)(r7 + 32) = 0x0200000a
r2 = r7
r3 = 63
r4 = 0
call bpf_fib_lookup
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = 2
out 1 = 1
out 2 = 100000a
out 4 = 200000a
out 8 = ffffffffffffffea
-- case fib_lookup, family 2, interface 5, flags 2, 64 bytes
r6 = r1
r7 = map[out][0]+0
*(u8 *)(r7 + 0) = 2
*(u32 *)(r7 + 8) = 5
*(u32 *)(r7 + 16) = 0x0100000a
*(u32 *)(r7 + 32) = 0x0200000a
r2 = r7
r3 = 64
r4 = 2
call bpf_fib_lookup
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = 2
out 1 = 5
out 2 = 100000a
out 4 = 200000a
out 8 = ffffffffffffffed
-- case fib_lookup, family 10, interface 5, flags 2, 64 bytes
r6 = r1
r7 = map[out][0]+0
*(u8 *)(r7 + 0) = 10
*(u32 *)(r7 + 8) = 5
*(u32 *)(r7 + 16) = 0x0100000a
*(u32 *)(r7 + 32) = 0x0200000a
r2 = r7
r3 = 64
r4 = 2
call bpf_fib_lookup
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = a
out 1 = 5
out 2 = 100000a
out 4 = 200000a
out 8 = ffffffffffffffed
-- case check_mtu, interface 0, length 0, difference 0, flags 0
r6 = r1
r7 = map[out][0]+0
*(u32 *)(r7 + 0) = 0
r1 = r6
r2 = 0
r3 = r7
r4 = 0
r5 = 0
call bpf_check_mtu
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = 10000
-- try udp4/5000
0, retval 2
data 5000 bytes, as they were
out 0 = 10000
-- case check_mtu, interface 1, length 0, difference 0, flags 0
r6 = r1
r7 = map[out][0]+0
*(u32 *)(r7 + 0) = 0
r1 = r6
r2 = 1
r3 = r7
r4 = 0
r5 = 0
call bpf_check_mtu
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = 10000
-- try udp4/5000
0, retval 2
data 5000 bytes, as they were
out 0 = 10000
-- case check_mtu, interface 5, length 0, difference 0, flags 0
r6 = r1
r7 = map[out][0]+0
*(u32 *)(r7 + 0) = 0
r1 = r6
r2 = 5
r3 = r7
r4 = 0
r5 = 0
call bpf_check_mtu
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 8 = ffffffffffffffed
-- try udp4/5000
0, retval 2
data 5000 bytes, as they were
out 8 = ffffffffffffffed
-- case check_mtu, interface 1, length 65536, difference 0, flags 0
r6 = r1
r7 = map[out][0]+0
*(u32 *)(r7 + 0) = 65536
r1 = r6
r2 = 1
r3 = r7
r4 = 0
r5 = 0
call bpf_check_mtu
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = 10000
-- try udp4/5000
0, retval 2
data 5000 bytes, as they were
out 0 = 10000
-- case check_mtu, interface 1, length 65537, difference 0, flags 0
r6 = r1
r7 = map[out][0]+0
*(u32 *)(r7 + 0) = 65537
r1 = r6
r2 = 1
r3 = r7
r4 = 0
r5 = 0
call bpf_check_mtu
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = 10000
out 8 = 1
-- try udp4/5000
0, retval 2
data 5000 bytes, as they were
out 0 = 10000
out 8 = 1
-- case check_mtu, interface 1, length 0, difference 65500, flags 0
r6 = r1
r7 = map[out][0]+0
*(u32 *)(r7 + 0) = 0
r1 = r6
r2 = 1
r3 = r7
r4 = 65500
r5 = 0
call bpf_check_mtu
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = 10000
-- try udp4/5000
0, retval 2
data 5000 bytes, as they were
out 0 = 10000
out 8 = 1
-- case check_mtu, interface 1, length 0, difference 65501, flags 0
r6 = r1
r7 = map[out][0]+0
*(u32 *)(r7 + 0) = 0
r1 = r6
r2 = 1
r3 = r7
r4 = 65501
r5 = 0
call bpf_check_mtu
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = 10000
out 8 = 1
-- try udp4/5000
0, retval 2
data 5000 bytes, as they were
out 0 = 10000
out 8 = 1
-- case check_mtu, interface 1, length 0, difference 60550, flags 0
r6 = r1
r7 = map[out][0]+0
*(u32 *)(r7 + 0) = 0
r1 = r6
r2 = 1
r3 = r7
r4 = 60550
r5 = 0
call bpf_check_mtu
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = 10000
-- try udp4/5000
0, retval 2
data 5000 bytes, as they were
out 0 = 10000
-- case check_mtu, interface 1, length 0, difference 62016, flags 0
r6 = r1
r7 = map[out][0]+0
*(u32 *)(r7 + 0) = 0
r1 = r6
r2 = 1
r3 = r7
r4 = 62016
r5 = 0
call bpf_check_mtu
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = 10000
-- try udp4/5000
0, retval 2
data 5000 bytes, as they were
out 0 = 10000
-- case check_mtu, interface 1, length 0, difference 62500, flags 0
r6 = r1
r7 = map[out][0]+0
*(u32 *)(r7 + 0) = 0
r1 = r6
r2 = 1
r3 = r7
r4 = 62500
r5 = 0
call bpf_check_mtu
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = 10000
-- try udp4/5000
0, retval 2
data 5000 bytes, as they were
out 0 = 10000
out 8 = 1
-- case check_mtu, interface 1, length 0, difference 0, flags 1
r6 = r1
r7 = map[out][0]+0
*(u32 *)(r7 + 0) = 0
r1 = r6
r2 = 1
r3 = r7
r4 = 0
r5 = 1
call bpf_check_mtu
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 8 = ffffffffffffffea
-- try udp4/5000
0, retval 2
data 5000 bytes, as they were
out 8 = ffffffffffffffea
-- case check_mtu, interface 1, length 0, difference 0, flags 2
r6 = r1
r7 = map[out][0]+0
*(u32 *)(r7 + 0) = 0
r1 = r6
r2 = 1
r3 = r7
r4 = 0
r5 = 2
call bpf_check_mtu
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 8 = ffffffffffffffea
-- try udp4/5000
0, retval 2
data 5000 bytes, as they were
out 8 = ffffffffffffffea
-- case check_mtu, interface 1, length 0, difference -100, flags 0
r6 = r1
r7 = map[out][0]+0
*(u32 *)(r7 + 0) = 0
r1 = r6
r2 = 1
r3 = r7
r4 = -100
r5 = 0
call bpf_check_mtu
*(u64 *)(r7 + 64) = r0
r0 = 2
exit
-- try udp4
0, retval 2
data 50 bytes, as they were
out 0 = 10000
-- try udp4/5000
0, retval 2
data 5000 bytes, as they were
out 0 = 10000
