may_goto: what makes loops end that nothing else ends. Linux follows its jump first, then the way on.
-- type sched_cls
-- maps
values array 4 48 1
-- before
r6 = r1
-- after
out: r0 = 0
exit
-- case an endless loop that it ends
again: may_goto out
goto again
-- accept
-- case one that it does not
again: may_goto over
over: goto again
-- refuse invalid @3
-- case a jump back
r7 = 0
again: r7 = 1
may_goto again
-- refuse loop @3
-- case a jump to itself
again: may_goto again
-- refuse loop @1
-- case a jump to what follows
may_goto on
on: r7 = 1
-- accept
-- case a counter
r7 = 0
again: may_goto out
r7 += 1
goto again
-- accept
-- case a counter that is looked at behind the loop
r7 = 0
again: may_goto over
r7 += 1
goto again
over: if r7 > 5 goto out
r7 = 3
-- refuse budget @7
-- case a counter that is compared in the loop
r7 = 0
again: may_goto out
if r7 > 100 goto out
r7 += 1
goto again
-- accept
-- case a counter that is an index
r7 = 0
again: may_goto out
r1 = map[values][0]+0
r1 += r7
*(u8 *)(r1 + 0) = 1
r7 += 1
goto again
-- refuse bounds @6
-- case a counter that is an index, with a test
r7 = 0
again: may_goto out
if r7 >= 48 goto out
r1 = map[values][0]+0
r1 += r7
*(u8 *)(r1 + 0) = 1
r7 += 1
goto again
-- accept
-- case an index that is masked
r7 = 0
again: may_goto out
r1 = map[values][0]+0
r7 &= 31
r1 += r7
*(u8 *)(r1 + 0) = 1
r7 += 1
goto again
-- accept
-- case a number that is not known
r7 = *(u32 *)(r6 + 0)
again: may_goto out
r7 += 1
if r7 == 77 goto out
goto again
-- accept
-- case a sum
r8 = 0
again: may_goto over
call bpf_get_prandom_u32
r8 += r0
goto again
over: r1 = map[values][0]+0
*(u64 *)(r1 + 0) = r8
-- accept
-- case a sum on the stack
*(u64 *)(r10 - 8) = 0
again: may_goto over
call bpf_get_prandom_u32
r1 = *(u64 *)(r10 - 8)
r1 += r0
*(u64 *)(r10 - 8) = r1
goto again
over: r1 = *(u64 *)(r10 - 8)
-- accept
-- case a pointer that moves
r7 = map[values][0]+0
again: may_goto out
*(u8 *)(r7 + 0) = 1
r7 += 1
goto again
-- refuse bounds @4
-- case a list of pointers
r7 = r10
r7 += -8
*(u64 *)(r10 - 8) = r7
again: may_goto out
r7 = *(u64 *)(r7 + 0)
goto again
-- accept
-- case what only the first round has
r7 = r10
again: may_goto over
r7 = 5
goto again
over: r1 = *(u8 *)(r7 - 1)
-- refuse not-a-pointer @5
-- case uninitialised behind the loop
again: may_goto over
r7 = 5
goto again
over: r1 = r7
-- refuse unreadable @4
-- case uninitialised in the loop
again: may_goto out
r7 += 5
goto again
-- refuse unreadable @2
-- case a loop in a loop
outer: may_goto out
inner: may_goto outer
r7 = 1
goto inner
-- accept
-- case a loop in a loop, both with counters
r7 = 0
outer: may_goto out
r8 = 0
inner: may_goto next
r8 += 1
if r8 < 10 goto inner
next: r7 += 1
if r7 < 10 goto outer
-- accept
-- case a counted loop in it
outer: may_goto out
r8 = 0
inner: r8 += 1
if r8 < 10 goto inner
goto outer
-- accept
-- case an endless loop in it
outer: may_goto out
r8 = 1
inner: if r8 == 1 goto inner
goto outer
-- refuse loop @3
-- case at the end of a loop
again: r7 = 1
may_goto out
goto again
-- accept
-- case in the middle of a loop that a byte may end
again: call bpf_get_prandom_u32
if r0 == 5 goto out
may_goto out
goto again
-- accept
-- case two in one loop
again: may_goto out
r7 = 1
may_goto out
goto again
-- accept
-- case in a function
call f
r0 = 0
exit
f: r7 = 0
again: may_goto out
r7 += 1
goto again
-- accept
-- case a function in the loop
again: may_goto end
call f
goto again
end: r0 = 0
exit
f: r7 = 0
more: may_goto out
r7 += 1
goto more
-- accept
-- case a reference that each round takes
again: may_goto out
r1 = map[values]
call bpf_get_prandom_u32
goto again
-- accept
-- case packet bounds from before
r7 = *(u32 *)(r6 + 76)
r8 = *(u32 *)(r6 + 80)
r1 = r7
r1 += 14
if r1 > r8 goto out
again: may_goto out
r1 = *(u8 *)(r7 + 13)
goto again
-- accept
-- case a packet pointer that moves
r7 = *(u32 *)(r6 + 76)
r8 = *(u32 *)(r6 + 80)
again: may_goto out
r1 = r7
r1 += 1
if r1 > r8 goto out
r2 = *(u8 *)(r7 + 0)
r7 = r1
goto again
-- refuse budget @3
-- case a null check in the loop
*(u32 *)(r10 - 4) = 0
again: may_goto out
r1 = map[values]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
*(u64 *)(r0 + 0) = 1
goto again
-- accept
-- case without loops
may_goto out
r7 = *(u32 *)(r6 + 0)
may_goto out
r7 += 1
-- accept
-- case a counter up to a number that is not known
r8 = *(u32 *)(r6 + 0)
r7 = 0
again: may_goto out
if r7 >= r8 goto out
r7 += 1
goto again
-- accept
-- case the same, in 32 bits, at the end of the loop
r8 = *(u32 *)(r6 + 0)
w7 = 0
again: r1 = 0
w7 += 1
may_goto out
if w7 < w8 goto again
-- accept
-- case the same on the stack
r8 = *(u32 *)(r6 + 0)
*(u64 *)(r10 - 8) = 0
again: may_goto out
r7 = *(u64 *)(r10 - 8)
if r7 >= r8 goto out
r7 += 1
*(u64 *)(r10 - 8) = r7
goto again
-- accept
-- case the same, as an index with a test
r8 = *(u32 *)(r6 + 0)
r7 = 0
again: may_goto out
if r7 >= r8 goto out
if r7 > 47 goto out
r1 = map[values][0]+0
r1 += r7
*(u8 *)(r1 + 0) = 1
r7 += 1
goto again
-- accept
-- case the same, as an index without one
r8 = *(u32 *)(r6 + 0)
r7 = 0
again: may_goto out
if r7 >= r8 goto out
r1 = map[values][0]+0
r1 += r7
*(u8 *)(r1 + 0) = 1
r7 += 1
goto again
-- refuse bounds @8
-- case the same, used behind the loop as an index without a test
r8 = *(u32 *)(r6 + 0)
r7 = 0
again: may_goto over
if r7 >= r8 goto over
r7 += 1
goto again
over: r1 = map[values][0]+0
r1 += r7
*(u8 *)(r1 + 0) = 1
-- refuse bounds @10
-- case a counter in the caller
r7 = 0
again: may_goto end
r1 = r7
call f
r7 += 1
goto again
end: r0 = 0
exit
f: r7 = r1
more: may_goto out
if r7 == 1000000 goto out
r7 += 1
goto more
-- accept
-- case past a number that is compared as not equal
r7 = *(u32 *)(r6 + 0)
again: may_goto out
r7 += 3
if r7 != 99 goto again
-- accept
-- case reserved: dst
raw e5 01 00 00 00 00 00 00
-- refuse form @1
-- case reserved: src
raw e5 10 00 00 00 00 00 00
-- refuse form @1
-- case reserved: imm
raw e5 00 00 00 01 00 00 00
-- refuse form @1
-- case reserved, where no path comes
r7 = 1
if r7 == 1 goto out
raw e5 00 00 00 01 00 00 00
-- accept
-- case of 32 bits
raw e6 00 00 00 00 00 00 00
-- refuse invalid @1
-- case past the end
raw e5 00 64 00 00 00 00 00
-- refuse invalid @1
