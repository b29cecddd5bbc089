All reasons why a program is refused, without those that follow from others.
-- type xdp
-- maps
table hash 4 16 8
records ringbuf 0 0 4096
-- after
out: r0 = 1
exit
-- case two packet accesses without a check, one behind the other
r2 = *(u32 *)(r1 + 0)
r3 = *(u8 *)(r2 + 13)
r4 = *(u8 *)(r2 + 33)
-- refuse packet-bounds @1
-- reasons
packet-bounds @1, a check passes
packet-bounds @2, a check passes
-- case the second is within what the first would have to check
r2 = *(u32 *)(r1 + 0)
r3 = *(u8 *)(r2 + 33)
r4 = *(u8 *)(r2 + 13)
-- refuse packet-bounds @1
-- reasons
packet-bounds @1, a check passes
-- case on both ways of a branch
r6 = *(u32 *)(r1 + 12)
r2 = *(u32 *)(r1 + 0)
if r6 == 5 goto other
r3 = *(u8 *)(r2 + 33)
goto out
other: r4 = *(u8 *)(r2 + 13)
-- refuse packet-bounds @3
-- reasons
packet-bounds @3, a check passes
packet-bounds @5, a check passes
-- case two lookups
*(u32 *)(r10 - 4) = 7
r2 = r10
r2 += -4
r1 = map[table]
call bpf_map_lookup_elem
r6 = r0
r3 = *(u64 *)(r0 + 0)
r2 = r10
r2 += -4
r1 = map[table]
call bpf_map_lookup_elem
r3 = *(u64 *)(r0 + 0)
r3 = *(u64 *)(r6 + 8)
-- refuse maybe-null @7
-- reasons
maybe-null @7, a check passes
maybe-null @13, a check passes
-- case what nobody can check ends the path, and others go on
r6 = *(u32 *)(r1 + 12)
if r6 == 5 goto other
r3 = r9
r4 = r8
goto out
other: r4 = r7
-- refuse unreadable @2
-- reasons
unreadable @2
unreadable @5
-- case a leak on one way, and an index on the other
r6 = *(u32 *)(r1 + 12)
r1 = map[records]
r2 = 8
r3 = 0
call bpf_ringbuf_reserve
if r0 == 0 goto none
if r6 == 1 goto out
r1 = r0
r2 = 0
call bpf_ringbuf_submit
none: r1 = r10
r1 += r6
r2 = *(u8 *)(r1 - 8)
-- refuse stack @13
-- reasons
stack @13, a check helps
reference @15
-- case the same instruction on two ways is one reason
r6 = *(u32 *)(r1 + 12)
if r6 == 5 goto both
r7 = 1
both: r3 = r7
r4 = r8
-- refuse unreadable @4
-- reasons
unreadable @4
unreadable @3
-- case a way that was opened by what is refused is not gone
r6 = *(u32 *)(r1 + 12)
r2 = r1
if r2 == r9 goto on
on: r4 = r7
-- refuse unreadable @2
-- reasons
unreadable @2
-- case a value that is not known to be a pointer, twice
r2 = *(u32 *)(r1 + 12)
if r2 == 0 goto out
r3 = *(u8 *)(r2 + 0)
r3 = *(u8 *)(r2 + 1)
-- refuse not-a-pointer @2
-- reasons
not-a-pointer @2
-- case a number that is added, and the access behind it
r6 = *(u32 *)(r1 + 12)
*(u32 *)(r10 - 4) = 7
r2 = r10
r2 += -4
r1 = map[table]
call bpf_map_lookup_elem
if r0 == 0 goto out
if w6 s> 8 goto out
r6 = (s32)r6
r0 += r6
r1 = *(u64 *)(r0 + 4)
-- refuse arithmetic @10
-- reasons
arithmetic @10, a check passes
-- case a loop that does not end, and a leak
r6 = *(u32 *)(r1 + 12)
if r6 == 7 goto leak
again: call bpf_get_prandom_u32
if r0 != 0 goto again
goto out
leak: r1 = map[records]
r2 = 8
r3 = 0
call bpf_ringbuf_reserve
-- refuse loop @2
-- reasons
loop @2
reference @11
-- type sched_cls
-- maps
-- before
-- after
-- case a relocation that libbpf could not do
r0 = 0
raw 850000001023ad0b
exit
-- refuse helper @1
-- reasons
helper @1
-- case a weak function that is not there
raw 8500000080185477
exit
-- refuse helper @0
-- reasons
helper @0
-- case a map that was not made
raw 8500000040d64477
exit
-- refuse helper @0
-- reasons
helper @0
