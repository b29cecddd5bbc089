Inputs that show why a program is refused: found by running it.
-- type xdp
-- maps
values array 4 16 4
table hash 4 16 8
counts percpu_hash 4 8 8
frozen array 4 8 1 rdonly_prog frozen=0300000000000000
-- after
out: r0 = 1
exit
-- case a packet of any length
r2 = *(u32 *)(r1 + 0)
r3 = *(u32 *)(r1 + 4)
r4 = r2
r4 += 14
if r4 > r3 goto out
r5 = *(u8 *)(r2 + 33)
-- refuse packet-bounds @5
-- example
5: reads byte 33 of a packet of 33
packet (33)
-- case bytes in the order of the network
r2 = *(u32 *)(r1 + 0)
r3 = *(u32 *)(r1 + 4)
r4 = r2
r4 += 34
if r4 > r3 goto out
r5 = *(u16 *)(r2 + 12)
r5 = be16 r5
if r5 != 0x0800 goto out
r5 = *(u8 *)(r2 + 23)
if r5 != 17 goto out
r5 = *(u16 *)(r2 + 36)
-- refuse packet-bounds @10
-- example
10: reads bytes 36 to 37 of a packet of 37
packet 00 00 00 00 00 00 00 00 00 00 00 00 08 00 00 00 00 00 00 00 00 00 00 11 (37)
-- case a number that was put together from bytes
r2 = *(u32 *)(r1 + 0)
r3 = *(u32 *)(r1 + 4)
r4 = r2
r4 += 34
if r4 > r3 goto out
r5 = *(u8 *)(r2 + 12)
r6 = *(u8 *)(r2 + 13)
r5 <<= 8
r5 |= r6
if r5 != 0x86dd goto out
r5 = *(u64 *)(r2 + 30)
-- refuse packet-bounds @10
-- example
10: reads bytes 30 to 37 of a packet of 37
packet 00 00 00 00 00 00 00 00 00 00 00 00 86 dd (37)
-- case a length from the packet, used as an offset
r2 = *(u32 *)(r1 + 0)
r3 = *(u32 *)(r1 + 4)
r4 = r2
r4 += 34
if r4 > r3 goto out
r5 = *(u8 *)(r2 + 14)
r5 &= 15
r5 <<= 2
r2 += r5
r5 = *(u8 *)(r2 + 14)
-- refuse packet-bounds @9
-- example
9: reads byte 66 of a packet of 64
packet 00 00 00 00 00 00 00 00 00 00 00 00 00 00 0d (64)
-- case an element that is not there
*(u32 *)(r10 - 4) = 7
r2 = r10
r2 += -4
r1 = map[table]
call bpf_map_lookup_elem
r1 = *(u64 *)(r0 + 8)
-- refuse maybe-null @6
-- example
6: reads through a pointer that is NULL plus 8
packet (64)
-- case an element that must be there
*(u32 *)(r10 - 4) = 7
r2 = r10
r2 += -4
r1 = map[table]
call bpf_map_lookup_elem
if r0 == 0 goto out
r1 = *(u64 *)(r0 + 9)
-- refuse bounds @7
-- example
7: reads bytes 9 to 16 of a value of 16 bytes in the map table
packet (64)
table key 07 (4)
  value (16)
-- case what an element holds is an index
*(u32 *)(r10 - 4) = 3
r2 = r10
r2 += -4
r1 = map[table]
call bpf_map_lookup_elem
if r0 == 0 goto out
r1 = *(u32 *)(r0 + 4)
if r1 > 12 goto out
r0 += r1
r1 = *(u32 *)(r0 + 4)
-- refuse bounds @10
-- example
10: reads bytes 13 to 16 of a value of 16 bytes in the map table
packet (64)
table key 03 (4)
  value 00 00 00 00 09 (16)
-- case an element of an array is always there
*(u32 *)(r10 - 4) = 3
r2 = r10
r2 += -4
r1 = map[values]
call bpf_map_lookup_elem
r1 = *(u64 *)(r0 + 0)
-- refuse maybe-null @6
-- example
-- case one of a CPU
*(u32 *)(r10 - 4) = 3
r2 = r10
r2 += -4
r1 = map[counts]
call bpf_map_lookup_elem
if r0 == 0 goto out
r1 = *(s32 *)(r0 + 0)
if r1 s> 4 goto out
r0 += r1
r1 = *(u8 *)(r0 + 0)
-- refuse arithmetic @9
-- example
10: reads byte -1 of a value of 8 bytes in the map counts
packet (64)
counts key 03 (4)
  value ff ff ff ff (8)
-- case what a helper returns
call bpf_get_prandom_u32
if r0 > 8 goto out
r1 = r10
r1 += -8
r1 += r0
r2 = *(u8 *)(r1 + 0)
-- refuse stack @5
-- example
5: reads 1 byte at r10+0, and the stack is r10-512 to r10-1
packet (64)
result of 0: 8
-- case a field of the context
r3 = *(u32 *)(r1 + 12)
if r3 > 100 goto out
if r3 < 50 goto out
r4 = r10
r4 += r3
*(u8 *)(r4 - 60) = 0
-- refuse stack @5
-- example
5: writes 1 byte at r10+0, and the stack is r10-512 to r10-1
packet (64)
ingress_ifindex 60
-- case what never changes holds no surprise
r1 = map[frozen][0]+0
r2 = *(u32 *)(r1 + 0)
r1 += r2
r3 = *(u64 *)(r1 + 0)
-- refuse bounds @4
-- example
4: reads bytes 3 to 10 of a value of 8 bytes in the map frozen
packet (64)
-- case in a function that is called
r2 = *(u32 *)(r1 + 0)
r3 = *(u32 *)(r1 + 4)
r4 = r2
r4 += 20
if r4 > r3 goto done
r1 = r2
r2 = r3
call f
done: r0 = 0
exit
f: r3 = *(u8 *)(r1 + 0)
if r3 != 5 goto out
r3 = *(u8 *)(r1 + 20)
-- refuse packet-bounds @12
-- example
12: reads byte 20 of a packet of 20
packet 05 (20)
-- case a loop on the way
r2 = *(u32 *)(r1 + 0)
r3 = *(u32 *)(r1 + 4)
r4 = r2
r4 += 18
if r4 > r3 goto out
r5 = 0
more: r6 = *(u8 *)(r2 + 0)
if r6 != 9 goto out
r2 += 1
r5 += 1
if r5 < 4 goto more
r6 = *(u32 *)(r2 + 12)
-- refuse packet-bounds @11
-- example
11: reads bytes 16 to 19 of a packet of 19
packet 09 09 09 09 (19)
-- case that is safe all the same
r3 = *(u32 *)(r1 + 16)
r2 = r3
r2 *= 4
if r3 > 3 goto out
r1 = r10
r1 += -16
r1 += r2
*(u32 *)(r1 + 0) = 0
-- refuse stack @7
-- example
-- case what leaves no trace in a run
r0 = r7
-- refuse unreadable @0
-- example
-- type socket_filter
-- case bytes that a helper copies
r6 = r1
*(u64 *)(r10 - 8) = 0
r2 = 12
r3 = r10
r3 += -8
r4 = 2
call bpf_skb_load_bytes
if r0 != 0 goto out
r1 = *(u16 *)(r10 - 8)
if r1 != 0x1234 goto out
r2 = r10
r2 += r1
r0 = *(u8 *)(r2 - 0x1230)
-- refuse stack @12
-- example
12: reads 1 byte at r10+4, and the stack is r10-512 to r10-1
packet 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 34 12 (64)
-- case bytes as classic programs load them
r6 = r1
r0 = *(u16 *)skb[12]
if r0 != 0x806 goto out
r0 = *(u8 *)skb[60]
if r0 < 3 goto out
r2 = r10
r2 += r0
r0 = *(u8 *)(r2 - 1)
-- refuse arithmetic @6
-- example
7: reads 1 byte at r10+2, and the stack is r10-512 to r10-1
packet 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 08 06 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 03 (75)
-- type raw_tracepoint
-- case arguments of a tracepoint
r2 = *(u64 *)(r1 + 8)
if r2 > 40 goto out
r3 = r10
r3 += -32
r3 += r2
*(u8 *)(r3 + 0) = 1
-- refuse stack @5
-- example
5: writes 1 byte at r10+0, and the stack is r10-512 to r10-1
context 00 00 00 00 00 00 00 00 20 (16)
-- case a size that a helper is given
r2 = *(u64 *)(r1 + 0)
r3 = *(u64 *)(r1 + 8)
if r2 > 100 goto out
r1 = r10
r1 += -64
call bpf_probe_read_kernel
-- refuse stack @5
-- example
5: bpf_probe_read_kernel writes 65 bytes at r10-64, and the stack is r10-512 to r10-1
context 41 (16)
-- type xdp
-- funcs
static int main(ctx)
static int f(int, ptr)
-- case a function that the path does not come to
r1 = *(u32 *)(r1 + 12)
r2 = subprog[f]
r3 = 0
r4 = 0
call bpf_loop
r0 = *(u64 *)(r10 - 520)
r0 = 0
exit
f: r0 = 0
-- refuse stack @6
-- example
-- case a function that stands behind the call that calls it back
*(u64 *)(r10 - 8) = r1
r1 = map[table]
r2 = subprog[f]
r3 = r10
r3 += -8
r4 = 1
call bpf_for_each_map_elem
r9 = 0
r0 = 0
exit
f: r3 = *(u64 *)(r4 + 0)
r3 *= 3
r0 = 0
-- refuse arithmetic @13
-- example
