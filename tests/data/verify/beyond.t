What is proved besides what Linux proves, where it is asked for: loops as a whole.
-- type socket_filter beyond
-- maps
values array 4 4096 1
-- after
out: r0 = 0
exit
-- case a sort of 24 words on the stack, which are indices then
r9 = map[values][0]+0
r6 = 0
fill: call bpf_get_prandom_u32
r0 &= 63
r1 = r10
r1 += -192
r1 += r6
*(u64 *)(r1 + 0) = r0
r6 += 8
if r6 != 192 goto fill
r6 = 0
outer: r7 = 0
inner: r1 = r10
r1 += -192
r1 += r7
r2 = *(u64 *)(r1 + 0)
r3 = *(u64 *)(r1 + 8)
if r2 < r3 goto sorted
*(u64 *)(r1 + 0) = r3
*(u64 *)(r1 + 8) = r2
sorted: r7 += 8
if r7 != 184 goto inner
r6 += 1
if r6 < 23 goto outer
r6 = 0
use: r1 = r10
r1 += -192
r1 += r6
r1 = *(u64 *)(r1 + 0)
if r1 > 63 goto out
r2 = r9
r2 += r1
*(u8 *)(r2 + 0) = 1
r6 += 8
if r6 != 192 goto use
-- accept
-- linux refuse: its budget of 1,000,000 instructions ends
-- case sixteen binary searches of ten steps
r9 = map[values][0]+0
r8 = 0
r6 = 0
each: call bpf_get_prandom_u32
r1 = 0
r2 = 1024
r7 = 10
step: r3 = r1
r3 += r2
if r3 > 2047 goto found
r3 >>= 1
r4 = r3
r4 <<= 2
r5 = r9
r5 += r4
r5 = *(u32 *)(r5 + 0)
if r5 >= r0 goto below
r1 = r3
r1 += 1
goto next
below: r2 = r3
next: r7 += -1
if r7 != 0 goto step
found: r8 += r1
r6 += 1
if r6 != 16 goto each
-- accept
-- linux refuse: its budget of 1,000,000 instructions ends
-- case a loop in a loop, of four million rounds
r8 = 0
r6 = 0
outer: r7 = 0
inner: call bpf_get_prandom_u32
r8 += r0
r7 += 1
if r7 < 2000 goto inner
r6 += 1
if r6 < 2000 goto outer
-- accept
-- linux refuse: its budget of 1,000,000 instructions ends
-- case more rounds than bpf_loop makes
r6 = 0
again: r7 = 0
r6 += 1
if r6 < 8388610 goto again
-- refuse budget @1
-- case as many
r6 = 0
again: r7 = 0
r6 += 1
if r6 < 8388600 goto again
-- accept
-- linux refuse: its budget of 1,000,000 instructions ends
-- case a counter that goes down, of 32 bits
r6 = 3000000
again: r7 = 0
w6 -= 3
if w6 s> 0 goto again
-- accept
-- linux refuse: its budget of 1,000,000 instructions ends
-- case a counter that goes through the stack and through registers
*(u64 *)(r10 - 8) = 0
again: call bpf_get_prandom_u32
r1 = *(u64 *)(r10 - 8)
r2 = r1
r2 += 2
r3 = r2
*(u64 *)(r10 - 8) = r3
if r3 < 1000000 goto again
-- accept
-- linux refuse: its budget of 1,000,000 instructions ends
-- case the same, and a pointer resets it
*(u64 *)(r10 - 8) = 0
r6 = r10
r6 += -8
again: call bpf_get_prandom_u32
r1 = *(u64 *)(r10 - 8)
r2 = r1
r2 += 2
*(u64 *)(r10 - 8) = r2
if r2 > 10 goto out
r1 = 0
*(u64 *)(r6 + 0) = r1
goto again
-- refuse loop @3
-- case the same, and a helper does
*(u64 *)(r10 - 8) = 0
r6 = r1
again: call bpf_get_prandom_u32
r1 = *(u64 *)(r10 - 8)
r1 += 1
*(u64 *)(r10 - 8) = r1
if r1 > 1000000 goto out
r1 = r6
r2 = 0
r3 = r10
r3 += -8
r4 = 8
call bpf_skb_load_bytes
goto again
-- refuse loop @13
-- case a round that adds nothing
r6 = 0
again: call bpf_get_prandom_u32
if r0 == 0 goto on
r6 += 1
on: if r6 < 2000000 goto again
-- refuse budget @2
-- case a round that may begin anew
r6 = 0
again: r6 += 1
call bpf_get_prandom_u32
if r0 != 0 goto on
r6 = 0
on: if r6 < 2000000 goto again
-- refuse loop @3
-- case a counter that goes up, or down
r6 = 0
again: call bpf_get_prandom_u32
if r0 == 0 goto on
r6 += 2
on: r6 += -1
if r6 < 2000000 goto again
-- refuse budget @2
-- case a counter that may step over its end
r6 = 0
again: r7 = 0
r6 += 3
if r6 != 1000000 goto again
-- refuse budget @1
-- case an index that stays in bounds because of the test alone
r9 = map[values][0]+0
r6 = 0
again: r1 = r9
r1 += r6
call bpf_get_prandom_u32
r1 = r9
r1 += r6
*(u8 *)(r1 + 0) = 1
if r0 == 0 goto on
*(u8 *)(r1 + 4) = 2
on: r6 += 1
if r6 < 4092 goto again
-- accept
-- case the same, one too far
r9 = map[values][0]+0
r6 = 0
again: call bpf_get_prandom_u32
r1 = r9
r1 += r6
*(u8 *)(r1 + 4) = 2
r6 += 1
if r6 < 4093 goto again
-- refuse bounds @6
-- after
-- case a loop in a function that is called in a loop
r6 = 0
again: call many
r6 += 1
if r6 < 1000 goto again
r0 = 0
exit
many: r1 = 0
more: r1 += 1
if r1 < 1000 goto more
r0 = 0
exit
-- accept
-- linux refuse: its budget of 1,000,000 instructions ends
-- case the same, and the caller has no counter
again: call many
call bpf_get_prandom_u32
if r0 != 0 goto again
exit
many: r1 = 0
more: r1 += 1
if r1 < 1000 goto more
r0 = 0
exit
-- refuse loop @6
-- type xdp beyond
-- after
out: r0 = 0
exit
-- case records of a packet, one behind the other
r6 = *(u32 *)(r1 + 0)
r7 = *(u32 *)(r1 + 4)
r8 = 0
r9 = 0
again: r1 = r6
r1 += 4
if r1 > r7 goto out
r2 = *(u32 *)(r6 + 0)
if r2 == 0 goto on
r9 += r2
on: r6 += 4
r8 += 1
if r8 < 16000 goto again
-- refuse budget @6
