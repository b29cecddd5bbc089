Arenas: casts between address spaces, what addresses in an arena may be used for, and pages.
-- type syscall sleepable
-- kernel
-- maps
arena arena 0 0 100 flags=0x400 at=0x7f0012340000
values array 4 48 1
-- before
r9 = r1
r6 = map[arena]
r6 = map[values][0]+0
r7 = 4096
-- after
out: r0 = 0
exit
-- set FROM
cast    r2 = 4096; r2 = addr_space_cast(r2, 0, 1)
null    r2 = 0; r2 = addr_space_cast(r2, 0, 1)
user    r2 = 4096; r2 = addr_space_cast(r2, 1, 0)
value   r2 = map[arena][0]+0
casted  r2 = map[arena][0]+64; r2 = addr_space_cast(r2, 0, 1)
loaded  r2 = addr_space_cast(r7, 0, 1); r2 = *(u64 *)(r2 + 0)
spilled r2 = addr_space_cast(r7, 0, 1); *(u64 *)(r10 - 8) = r2; r2 = *(u64 *)(r10 - 8)
stack   r2 = addr_space_cast(r10, 0, 1)
ctx     r2 = addr_space_cast(r9, 0, 1)
page    r1 = map[arena]; r2 = 0; r3 = 1; r4 = -1; r5 = 0; call kfunc[bpf_arena_alloc_pages]; r2 = r0
map     r2 = map[arena]
-- set DOES
load1    r3 = *(u8 *)(r2 + 0)
load8    r3 = *(u64 *)(r2 + 8)
odd      r3 = *(u64 *)(r2 + 3)
before   r3 = *(u32 *)(r2 - 32768)
signed1  r3 = *(s8 *)(r2 + 0)
signed4  r3 = *(s32 *)(r2 + 4)
store1   *(u8 *)(r2 + 0) = r7
store8   *(u64 *)(r2 + 32767) = r7
imm2     *(u16 *)(r2 + 1) = 7
itself   *(u64 *)(r2 + 0) = r2
context  *(u64 *)(r2 + 0) = r9
frame    *(u64 *)(r2 + 0) = r10
add4     lock *(u32 *)(r2 + 0) += r7
add8     lock *(u64 *)(r2 + 4) += r7
or8      lock *(u64 *)(r2 + 0) |= r7
fadd     r7 = atomic64_fetch_add((u64 *)(r2 + 0), r7)
fadd4    r7 = atomic_fetch_add((u32 *)(r2 + 0), r7)
fand     r7 = atomic64_fetch_and((u64 *)(r2 + 0), r7)
for      r7 = atomic_fetch_or((u32 *)(r2 + 0), r7)
fxor     r7 = atomic64_fetch_xor((u64 *)(r2 + 0), r7)
xchg     r7 = atomic64_xchg((u64 *)(r2 + 0), r7)
xchg4    r7 = atomic_xchg((u32 *)(r2 + 1), r7)
cmpxchg  r0 = 0; r0 = atomic64_cmpxchg((u64 *)(r2 + 0), r0, r7)
acquire1 r3 = load_acquire((u8 *)(r2 + 0))
acquire8 r3 = load_acquire((u64 *)(r2 + 3))
release2 store_release((u16 *)(r2 + 0), r7)
release8 store_release((u64 *)(r2 + 8), r7)
-- table memory: DOES FROM
$FROM
$DOES
-- expect
         cast            null            user            value           casted          loaded          spilled         stack           ctx             page             map
load1    ok              ok              not-a-pointer@8 not-a-pointer@8 ok              not-a-pointer@8 ok              ok              ok              not-a-pointer@14 ok
load8    ok              ok              not-a-pointer@8 not-a-pointer@8 ok              not-a-pointer@8 ok              ok              ok              not-a-pointer@14 ok
odd      ok              ok              not-a-pointer@8 not-a-pointer@8 ok              not-a-pointer@8 ok              ok              ok              not-a-pointer@14 ok
before   ok              ok              not-a-pointer@8 not-a-pointer@8 ok              not-a-pointer@8 ok              ok              ok              not-a-pointer@14 read-only@8
signed1  ok              ok              not-a-pointer@8 not-a-pointer@8 ok              not-a-pointer@8 ok              ok              ok              not-a-pointer@14 ok
signed4  ok              ok              not-a-pointer@8 not-a-pointer@8 ok              not-a-pointer@8 ok              ok              ok              not-a-pointer@14 ok
store1   ok              ok              not-a-pointer@8 not-a-pointer@8 ok              not-a-pointer@8 ok              ok              ok              not-a-pointer@14 read-only@8
store8   ok              ok              not-a-pointer@8 not-a-pointer@8 ok              not-a-pointer@8 ok              ok              ok              not-a-pointer@14 read-only@8
imm2     ok              ok              not-a-pointer@8 not-a-pointer@8 ok              not-a-pointer@8 ok              ok              ok              not-a-pointer@14 read-only@8
itself   ok              ok              not-a-pointer@8 not-a-pointer@8 ok              not-a-pointer@8 ok              ok              ok              not-a-pointer@14 read-only@8
context  ok              ok              not-a-pointer@8 not-a-pointer@8 ok              not-a-pointer@8 ok              ok              ok              not-a-pointer@14 read-only@8
frame    ok              ok              not-a-pointer@8 not-a-pointer@8 ok              not-a-pointer@8 ok              ok              ok              not-a-pointer@14 read-only@8
add4     ok              ok              not-a-pointer@8 not-a-pointer@8 ok              not-a-pointer@8 ok              ok              ok              not-a-pointer@14 read-only@8
add8     ok              ok              not-a-pointer@8 not-a-pointer@8 ok              not-a-pointer@8 ok              ok              ok              not-a-pointer@14 alignment@8
or8      ok              ok              not-a-pointer@8 not-a-pointer@8 ok              not-a-pointer@8 ok              ok              ok              not-a-pointer@14 read-only@8
fadd     ok              ok              not-a-pointer@8 not-a-pointer@8 ok              not-a-pointer@8 ok              ok              ok              not-a-pointer@14 read-only@8
fadd4    ok              ok              not-a-pointer@8 not-a-pointer@8 ok              not-a-pointer@8 ok              ok              ok              not-a-pointer@14 read-only@8
fand     not-a-pointer@8 not-a-pointer@8 not-a-pointer@8 not-a-pointer@8 not-a-pointer@9 not-a-pointer@8 not-a-pointer@9 not-a-pointer@7 not-a-pointer@7 not-a-pointer@14 read-only@8
for      not-a-pointer@8 not-a-pointer@8 not-a-pointer@8 not-a-pointer@8 not-a-pointer@9 not-a-pointer@8 not-a-pointer@9 not-a-pointer@7 not-a-pointer@7 not-a-pointer@14 read-only@8
fxor     not-a-pointer@8 not-a-pointer@8 not-a-pointer@8 not-a-pointer@8 not-a-pointer@9 not-a-pointer@8 not-a-pointer@9 not-a-pointer@7 not-a-pointer@7 not-a-pointer@14 read-only@8
xchg     ok              ok              not-a-pointer@8 not-a-pointer@8 ok              not-a-pointer@8 ok              ok              ok              not-a-pointer@14 read-only@8
xchg4    ok              ok              not-a-pointer@8 not-a-pointer@8 ok              not-a-pointer@8 ok              ok              ok              not-a-pointer@14 alignment@8
cmpxchg  ok              ok              not-a-pointer@9 not-a-pointer@9 ok              not-a-pointer@9 ok              ok              ok              not-a-pointer@15 read-only@9
acquire1 ok              ok              not-a-pointer@8 not-a-pointer@8 ok              not-a-pointer@8 ok              ok              ok              not-a-pointer@14 ok
acquire8 ok              ok              not-a-pointer@8 not-a-pointer@8 ok              not-a-pointer@8 ok              ok              ok              not-a-pointer@14 alignment@8
release2 ok              ok              not-a-pointer@8 not-a-pointer@8 ok              not-a-pointer@8 ok              ok              ok              not-a-pointer@14 read-only@8
release8 ok              ok              not-a-pointer@8 not-a-pointer@8 ok              not-a-pointer@8 ok              ok              ok              not-a-pointer@14 read-only@8
-- set OP
add    r2 += r7
addk   r2 += 8
sub    r2 -= r7
subk   r2 -= 8
mul    r2 *= 3
div    r2 /= r7
divk0  r2 /= 0
sdiv   r2 s/= 3
mod    r2 %= 4
and    r2 &= -4096
or     r2 |= 1
xor    r2 ^= r7
lsh    r2 <<= 3
lshall r2 <<= 63
lsh64  r2 <<= 64
rsh    r2 >>= r7
arsh   r2 s>>= 4
add32  w2 += 8
sub32  w2 -= w7
lsh32  w2 <<= 32
move   r3 = r2; r2 = r3
move32 w2 = w2
moves8 r2 = (s8)r2
moves  r2 = (s32)r2
neg    r2 = -r2
neg32  w2 = -w2
swap   r2 = bswap64 r2
be     r2 = be32 r2
itself r2 -= r2
adds   r2 += r2
number r7 += r2; r2 = r7
minus  r7 -= r2; r2 = r7
num32  w7 += w2; r2 = r7
value  r2 += r6
valued r6 += r2; r2 = r6
frame  r2 -= r10
unset  r2 += r8
-- table arithmetic, and whether it is still an address: OP
r2 = addr_space_cast(r7, 0, 1)
$OP
r3 = *(u8 *)(r2 + 0)
-- expect
add    ok
addk   ok
sub    ok
subk   ok
mul    ok
div    ok
divk0  form@7
sdiv   ok
mod    ok
and    ok
or     ok
xor    ok
lsh    ok
lshall ok
lsh64  form@7
rsh    ok
arsh   ok
add32  ok
sub32  ok
lsh32  form@7
move   ok
move32 not-a-pointer@8
moves8 not-a-pointer@8
moves  not-a-pointer@8
neg    not-a-pointer@8
neg32  not-a-pointer@8
swap   not-a-pointer@8
be     not-a-pointer@8
itself ok
adds   ok
number ok
minus  ok
num32  ok
value  ok
valued ok
frame  ok
unset  unreadable@7
-- case a cast to user space of any number
r2 = addr_space_cast(r7, 1, 0)
-- accept
-- case no memory behind an address for user space
r2 = addr_space_cast(r7, 1, 0)
r2 = *(u8 *)(r2 + 0)
-- refuse not-a-pointer @7
-- case a cast of nothing
r2 = addr_space_cast(r8, 0, 1)
-- refuse unreadable @6
-- case a cast of nothing to user space
r2 = addr_space_cast(r8, 1, 0)
-- refuse unreadable @6
-- case a cast into r10
raw bf 7a 01 00 01 00 00 00
-- refuse frame-pointer @6
-- case a cast to user space into r10
raw bf 7a 01 00 00 00 01 00
-- refuse frame-pointer @6
-- case a cast between other spaces
raw bf 72 01 00 02 00 00 00
-- refuse form @6
-- case a cast from one to one
raw bf 72 01 00 01 00 01 00
-- refuse form @6
-- case a cast from none to none
raw bf 72 01 00 00 00 00 00
-- refuse form @6
-- case a cast of 32 bits
raw bc 72 01 00 01 00 00 00
-- refuse form @6
-- case a cast of an immediate
raw b7 02 01 00 01 00 00 00
-- refuse form @6
-- case an address compared with zero may be zero
r2 = addr_space_cast(r7, 0, 1)
if r2 != 0 goto out
r3 = *(u8 *)(r7 + 0)
-- refuse not-a-pointer @8
-- case an address compared with zero may be another one
r2 = addr_space_cast(r7, 0, 1)
if r2 == 0 goto out
r3 = *(u8 *)(r7 + 0)
-- refuse not-a-pointer @8
-- case an address compared with an address
r2 = addr_space_cast(r7, 0, 1)
r3 = r2
if r2 == r3 goto out
r3 = *(u8 *)(r7 + 0)
-- refuse not-a-pointer @9
-- case an address compared with a number
r2 = addr_space_cast(r7, 0, 1)
if r2 > 4096 goto out
if r2 < r7 goto out
if w2 s> 7 goto out
r3 = *(u8 *)(r2 + 0)
-- accept
-- case an address compared with the stack
r2 = addr_space_cast(r7, 0, 1)
if r2 == r10 goto out
-- accept
-- case what is loaded from an arena is a number until it is cast
r2 = addr_space_cast(r7, 0, 1)
r3 = *(u64 *)(r2 + 0)
r3 = addr_space_cast(r3, 0, 1)
r3 = *(u64 *)(r3 + 0)
-- accept
-- case what is loaded in one byte is bounded
r2 = addr_space_cast(r7, 0, 1)
r3 = *(u8 *)(r2 + 0)
r3 &= 31
r6 += r3
*(u8 *)(r6 + 0) = 1
-- accept
-- case what is loaded in one byte is at most 255
r2 = addr_space_cast(r7, 0, 1)
r3 = *(u8 *)(r2 + 0)
r6 += r3
*(u8 *)(r6 + 0) = 1
-- refuse bounds @9
-- case what is loaded with its sign may be negative
r2 = addr_space_cast(r7, 0, 1)
r3 = *(s8 *)(r2 + 0)
r6 += r3
*(u8 *)(r6 + 0) = 1
-- refuse bounds @9
-- case an address in a map value
r2 = addr_space_cast(r7, 0, 1)
*(u64 *)(r6 + 0) = r2
r2 = *(u64 *)(r6 + 0)
r3 = *(u8 *)(r2 + 0)
-- refuse not-a-pointer @9
-- case half an address on the stack is a number
r2 = addr_space_cast(r7, 0, 1)
*(u64 *)(r10 - 8) = r2
r3 = *(u32 *)(r10 - 8)
r3 &= 31
r6 += r3
*(u8 *)(r6 + 0) = 1
-- refuse stack @8
-- case half an address is not spilled
r2 = addr_space_cast(r7, 0, 1)
*(u32 *)(r10 - 8) = r2
-- refuse stack @7
-- case an address is returned
r0 = addr_space_cast(r7, 0, 1)
exit
-- refuse invalid @8
-- case a helper that takes anything
r1 = map[values]
r2 = r10
r2 += -8
*(u64 *)(r10 - 8) = 0
r3 = r6
r4 = addr_space_cast(r7, 0, 1)
call bpf_map_update_elem
-- accept
-- case a key in the arena
r1 = map[values]
r2 = addr_space_cast(r7, 0, 1)
call bpf_map_lookup_elem
-- refuse argument @9
-- case a value in the arena
r1 = map[values]
r2 = r10
r2 += -8
*(u64 *)(r10 - 8) = 0
r3 = addr_space_cast(r7, 0, 1)
r4 = 0
call bpf_map_update_elem
-- refuse argument @13
-- case memory of a helper in the arena
r1 = addr_space_cast(r7, 0, 1)
r2 = 8
r3 = r7
call bpf_probe_read_kernel
-- refuse argument @9
-- case memory that a helper reads in the arena
r1 = addr_space_cast(r7, 0, 1)
r2 = 8
call bpf_trace_printk
-- refuse argument @8
-- case the unsafe address of a helper
r1 = r10
r1 += -8
r2 = 8
r3 = addr_space_cast(r7, 0, 1)
call bpf_probe_read_kernel
-- accept
-- case a lookup in an arena
r1 = map[arena]
r2 = r10
r2 += -8
*(u64 *)(r10 - 8) = 0
call bpf_map_lookup_elem
-- refuse stack @11
-- case a delete in an arena
r1 = map[arena]
r2 = r10
r2 += -8
*(u64 *)(r10 - 8) = 0
call bpf_map_delete_elem
-- refuse stack @11
-- case every element of an arena
r1 = map[arena]
r2 = 0
r3 = 0
r4 = 0
call bpf_for_each_map_elem
-- refuse argument @11
-- case the arena's own struct
r1 = map[arena]
r2 = *(u32 *)(r1 + 24)
-- accept
-- case the last byte of the arena can be named
r2 = map[arena][0]+409599
-- accept
-- case the end of the arena can be named
r2 = map[arena][0]+409600
-- accept
-- case what lies behind the arena cannot
r2 = map[arena][0]+409601
-- refuse form @6
-- case an address in the arena is a number
r2 = map[arena][0]+16
r2 <<= 3
-- accept
-- case an address of the arena is not known
r2 = map[arena][0]+0
if r2 != 0 goto out
r3 = *(u8 *)(r7 + 0)
-- refuse not-a-pointer @9
-- case one instruction for the arena and the stack
if r7 > 4 goto far
r2 = r10
r2 += -8
*(u64 *)(r10 - 8) = 0
goto use
far: r2 = addr_space_cast(r7, 0, 1)
use: r3 = *(u64 *)(r2 + 0)
-- accept
-- case one load for the arena and the stack
r3 = *(u64 *)(r6 + 0)
if r3 > 4 goto far
r2 = r10
r2 += -8
*(u64 *)(r10 - 8) = 0
goto use
far: r2 = addr_space_cast(r7, 0, 1)
use: r3 = *(u64 *)(r2 + 0)
-- refuse mixed @13
-- case one store for the arena and a map value
r3 = *(u64 *)(r6 + 0)
r2 = r6
if r3 > 4 goto use
r2 = addr_space_cast(r7, 0, 1)
use: *(u64 *)(r2 + 0) = 7
-- refuse mixed @10
-- case one atomic operation for the arena and a map value
r3 = *(u64 *)(r6 + 0)
r2 = r6
if r3 > 4 goto use
r2 = addr_space_cast(r7, 0, 1)
use: lock *(u64 *)(r2 + 0) += r7
-- refuse mixed @10
-- linux accept: the value's address is taken for one in the arena
-- case one sum for the arena and a map value
r3 = *(u64 *)(r6 + 0)
r2 = r6
if r3 > 4 goto use
r2 = addr_space_cast(r7, 0, 1)
use: r2 += 8
-- accept
-- case one sum for an address and a number
r3 = *(u64 *)(r6 + 0)
r2 = 0
if r3 > 4 goto use
r2 = addr_space_cast(r7, 0, 1)
use: r2 += 8
-- accept
-- case a loop over a list
r2 = addr_space_cast(r7, 0, 1)
again: r2 = *(u64 *)(r2 + 0)
r2 = addr_space_cast(r2, 0, 1)
may_goto out
if r2 != 0 goto again
-- accept
-- case a list without an end
r2 = addr_space_cast(r7, 0, 1)
again: r2 = *(u64 *)(r2 + 0)
r2 = addr_space_cast(r2, 0, 1)
if r2 != 0 goto again
-- refuse loop @7
-- case pages are allocated and given back
r1 = map[arena]
r2 = 0
r3 = 2
r4 = -1
r5 = 0
call kfunc[bpf_arena_alloc_pages]
r1 = map[arena]
r2 = r0
r3 = 2
call kfunc[bpf_arena_free_pages]
-- accept
-- case pages that are given back give nothing
r1 = map[arena]
r2 = r7
r3 = 2
call kfunc[bpf_arena_free_pages]
r1 = r0
-- refuse unreadable @11
-- case pages are reserved
r1 = map[arena]
r2 = r7
r3 = 2
call kfunc[bpf_arena_reserve_pages]
r0 += 1
-- accept
-- case pages of another map
r1 = map[values]
r2 = 0
r3 = 2
r4 = -1
r5 = 0
call kfunc[bpf_arena_alloc_pages]
-- accept
-- case pages of no map
r1 = 0
r2 = 0
r3 = 2
r4 = -1
r5 = 0
call kfunc[bpf_arena_alloc_pages]
-- refuse maybe-null @11
-- case pages of a number
r1 = r7
r2 = 0
r3 = 2
r4 = -1
r5 = 0
call kfunc[bpf_arena_alloc_pages]
-- refuse argument @11
-- case pages of a map value
r1 = r6
r2 = 0
r3 = 2
r4 = -1
r5 = 0
call kfunc[bpf_arena_alloc_pages]
-- refuse argument @11
-- case where to allocate may be anything
r1 = map[arena]
r2 = r10
r3 = 2
r4 = -1
r5 = 0
call kfunc[bpf_arena_alloc_pages]
-- accept
-- case where to allocate may be nothing
r1 = map[arena]
r3 = 2
r4 = -1
r5 = 0
call kfunc[bpf_arena_alloc_pages]
-- accept
-- case how many pages must be said
r1 = map[arena]
r2 = 0
r4 = -1
r5 = 0
call kfunc[bpf_arena_alloc_pages]
-- refuse unreadable @11
-- case how many pages is a number
r1 = map[arena]
r2 = 0
r3 = addr_space_cast(r7, 0, 1)
r4 = -1
r5 = 0
call kfunc[bpf_arena_alloc_pages]
-- refuse argument @12
-- case pages under the RCU read lock
call kfunc[bpf_rcu_read_lock]
r1 = map[arena]
r2 = 0
r3 = 2
r4 = -1
r5 = 0
call kfunc[bpf_arena_alloc_pages]
call kfunc[bpf_rcu_read_unlock]
-- refuse lock @13
-- case an address over a call
r8 = addr_space_cast(r7, 0, 1)
call bpf_ktime_get_ns
*(u64 *)(r8 + 0) = r0
-- accept
-- case an address is given to a function
r1 = addr_space_cast(r7, 0, 1)
call f
r0 = 0
exit
f: r0 = *(u64 *)(r1 + 0)
exit
-- refuse invalid @12
-- case an address comes from a function
call f
r1 = *(u64 *)(r0 + 0)
r0 = 0
exit
f: r0 = 4096
r0 = addr_space_cast(r0, 0, 1)
exit
-- refuse invalid @13
-- type sched_cls
-- case who may not sleep casts
r2 = addr_space_cast(r7, 0, 1)
*(u64 *)(r2 + 0) = 1
-- accept
-- case who may not sleep allocates no pages
r1 = map[arena]
r2 = 0
r3 = 2
r4 = -1
r5 = 0
call kfunc[bpf_arena_alloc_pages]
-- refuse helper @12
-- case who may not sleep frees no pages
r1 = map[arena]
r2 = r7
r3 = 2
call kfunc[bpf_arena_free_pages]
-- refuse helper @10
-- type sched_cls strict
-- case alignment does not matter in an arena
r2 = addr_space_cast(r7, 0, 1)
*(u64 *)(r2 + 1) = 1
r3 = *(u32 *)(r2 + 2)
-- accept
-- type sched_cls no_perfmon
-- case an arena needs CAP_PERFMON
r2 = addr_space_cast(r7, 0, 1)
-- refuse privilege @0
-- type sched_cls proprietary
-- case the licence does not matter
r2 = addr_space_cast(r7, 0, 1)
-- accept
-- type socket_filter
-- case a socket filter has an arena
r2 = addr_space_cast(r7, 0, 1)
-- accept
-- type kprobe
-- case a kprobe has an arena
r2 = addr_space_cast(r7, 0, 1)
-- accept
-- type tracing attach=trace_iter to=bpf_iter_bpf_map sleepable
-- case pages of a map that an iterator shows
r1 = *(u64 *)(r9 + 8)
if r1 == 0 goto out
r2 = 0
r3 = 1
r4 = 0
r5 = 0
call kfunc[bpf_arena_alloc_pages]
-- accept
-- case pages of a map that an iterator may not show
r1 = *(u64 *)(r9 + 8)
r2 = 0
r3 = 1
r4 = 0
r5 = 0
call kfunc[bpf_arena_alloc_pages]
-- refuse maybe-null @11
-- case pages of a map's inner map
r1 = *(u64 *)(r9 + 8)
if r1 == 0 goto out
r1 = *(u64 *)(r1 + off[bpf_map.inner_map_meta])
r2 = 0
r3 = 1
r4 = 0
r5 = 0
call kfunc[bpf_arena_alloc_pages]
-- refuse argument @13
-- case pages of what is no map
r1 = *(u64 *)(r9 + 0)
r1 = *(u64 *)(r1 + 0)
r2 = 0
r3 = 1
r4 = 0
r5 = 0
call kfunc[bpf_arena_alloc_pages]
-- refuse argument @12
-- case pages behind a map's start
r1 = *(u64 *)(r9 + 8)
if r1 == 0 goto out
r1 += 8
r2 = 0
r3 = 1
r4 = 0
r5 = 0
call kfunc[bpf_arena_alloc_pages]
-- refuse argument @13
-- type syscall sleepable
-- before
r7 = 4096
-- maps
values array 4 48 1
-- case a cast without an arena
r2 = addr_space_cast(r7, 0, 1)
-- refuse form @1
-- case a cast to user space without an arena
r2 = addr_space_cast(r7, 1, 0)
-- refuse form @1
-- case a cast without an arena that nobody comes to
r2 = 1
if r2 == 1 goto out
r2 = addr_space_cast(r7, 0, 1)
-- accept
-- maps
one arena 0 0 1 flags=0x400 at=0x100000000
two arena 0 0 1 flags=0x400 at=0x200000000
-- case two arenas
r2 = map[one]
r3 = map[two]
-- refuse map @0
-- maps
plain arena 0 0 4 flags=0x20400 at=0x100000000
-- case an arena
r2 = map[plain]
-- accept
-- maps
one arena 0 0 1 flags=0x400
-- case an arena that is nowhere
r2 = map[one]
-- refuse map @0
-- maps
numbers arena 0 0 1 flags=0x40400 at=0x100000000
-- case an arena whose addresses stay numbers
r2 = map[numbers]
r2 = addr_space_cast(r7, 1, 0)
r2 = addr_space_cast(r2, 0, 1)
*(u8 *)(r2 + 0) = 1
-- accept
