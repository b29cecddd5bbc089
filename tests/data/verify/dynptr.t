Dynptrs: memory whose size is known when the program runs.
-- type sched_cls
-- maps
records ringbuf 0 0 4096
values array 4 48 1
progs prog_array 4 4 4
-- before
r6 = r1
*(u32 *)(r10 - 4) = 0
r1 = map[values]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r7 = r0
-- after
out: r0 = 0
exit
-- set MADE
local    r1 = r7; r2 = 48; r3 = 0; r4 = r10; r4 += -24; call bpf_dynptr_from_mem
record   r1 = map[records]; r2 = 32; r3 = 0; r4 = r10; r4 += -24; call bpf_ringbuf_reserve_dynptr
nothing  r0 = 0
zeros    *(u64 *)(r10 - 24) = 0; *(u64 *)(r10 - 16) = 0
-- set USED
nothing  r0 = 0
submit   r1 = r10; r1 += -24; r2 = 0; call bpf_ringbuf_submit_dynptr
discard  r1 = r10; r1 += -24; r2 = 0; call bpf_ringbuf_discard_dynptr
twice    r1 = r10; r1 += -24; r2 = 0; call bpf_ringbuf_submit_dynptr; r1 = r10; r1 += -24; r2 = 0; call bpf_ringbuf_submit_dynptr
data     r1 = r10; r1 += -24; r2 = 0; r3 = 8; call bpf_dynptr_data; if r0 == 0 goto out; *(u64 *)(r0 + 0) = 1
data_sub r1 = r10; r1 += -24; r2 = 0; r3 = 8; call bpf_dynptr_data; if r0 == 0 goto put; *(u64 *)(r0 + 0) = 1; put: r1 = r10; r1 += -24; r2 = 0; call bpf_ringbuf_submit_dynptr
data_off r1 = r10; r1 += -24; r2 = 0; r3 = 8; call bpf_dynptr_data; if r0 == 0 goto out; *(u64 *)(r0 + 1) = 1
read     r1 = r10; r1 += -40; r2 = 8; r3 = r10; r3 += -24; r4 = 0; r5 = 0; call bpf_dynptr_read
read_sub r1 = r10; r1 += -40; r2 = 8; r3 = r10; r3 += -24; r4 = 0; r5 = 0; call bpf_dynptr_read; r1 = r10; r1 += -24; r2 = 0; call bpf_ringbuf_submit_dynptr
read_in  r1 = r10; r1 += -32; r2 = 16; r3 = r10; r3 += -24; r4 = 0; r5 = 0; call bpf_dynptr_read
write    r1 = r10; r1 += -24; r2 = 0; r3 = r7; r4 = 8; r5 = 0; call bpf_dynptr_write
off_8    r1 = r10; r1 += -16; r2 = 0; r3 = 8; call bpf_dynptr_data
off_4    r1 = r10; r1 += -20; r2 = 0; r3 = 8; call bpf_dynptr_data
var      r1 = *(u32 *)(r6 + 0); r1 &= 8; r2 = r10; r2 -= r1; r1 = r2; r1 += -24; r2 = 0; r3 = 8; call bpf_dynptr_data
over_lo  *(u64 *)(r10 - 24) = 0; r1 = r10; r1 += -24; r2 = 0; r3 = 8; call bpf_dynptr_data
over_hi  *(u8 *)(r10 - 9) = 0; r1 = r10; r1 += -24; r2 = 0; r3 = 8; call bpf_dynptr_data
over_out *(u64 *)(r10 - 24) = 0
load     r0 = *(u64 *)(r10 - 24)
load_hi  r0 = *(u8 *)(r10 - 9)
again    r1 = r7; r2 = 8; r3 = 0; r4 = r10; r4 += -24; call bpf_dynptr_from_mem
overlap  r1 = r7; r2 = 8; r3 = 0; r4 = r10; r4 += -32; call bpf_dynptr_from_mem; r1 = r10; r1 += -24; r2 = 0; r3 = 8; call bpf_dynptr_data
overlap_ok r1 = r7; r2 = 8; r3 = 0; r4 = r10; r4 += -32; call bpf_dynptr_from_mem; r1 = r10; r1 += -32; r2 = 0; r3 = 8; call bpf_dynptr_data
slice_dead r1 = r10; r1 += -24; r2 = 0; r3 = 8; call bpf_dynptr_data; if r0 == 0 goto out; *(u64 *)(r10 - 16) = 0; *(u64 *)(r0 + 0) = 1
slice_kept r1 = r10; r1 += -24; r2 = 0; r3 = 8; call bpf_dynptr_data; if r0 == 0 goto out; *(u64 *)(r10 - 32) = 0; *(u64 *)(r0 + 0) = 1
slice_end  r1 = r10; r1 += -24; r2 = 0; r3 = 8; call bpf_dynptr_data; r8 = r0; r1 = r10; r1 += -24; r2 = 0; call bpf_ringbuf_submit_dynptr; if r8 == 0 goto out; *(u64 *)(r8 + 0) = 1
slice_null r1 = r10; r1 += -24; r2 = 0; r3 = 8; call bpf_dynptr_data; *(u64 *)(r0 + 0) = 1
slice_rec  r1 = r10; r1 += -24; r2 = 0; r3 = 8; call bpf_dynptr_data; if r0 == 0 goto out; r1 = r0; r2 = 0; call bpf_ringbuf_submit
data_var   r3 = *(u32 *)(r6 + 0); r1 = r10; r1 += -24; r2 = 0; call bpf_dynptr_data
helper   r1 = r6; r2 = 0; r3 = r10; r3 += -24; r4 = 8; call bpf_skb_load_bytes
helper_v r1 = r6; r2 = 0; r3 = r10; r3 += -40; r4 = *(u32 *)(r6 + 0); if r4 > 20 goto out; if r4 == 0 goto out; call bpf_skb_load_bytes
atomic   r1 = 1; lock *(u64 *)(r10 - 24) += r1
ctx      r1 = r6; r2 = 0; r3 = 8; call bpf_dynptr_data
value    r1 = r7; r2 = 0; r3 = 8; call bpf_dynptr_data
tail     r1 = r6; r2 = map[progs]; r3 = 0; call bpf_tail_call
-- table made and used: USED MADE
$MADE
$USED
-- expect
           local            record           nothing          zeros
nothing    ok               reference@18     ok               ok
submit     reference@18     ok               uninitialised@13 uninitialised@14
discard    reference@18     ok               uninitialised@13 uninitialised@14
twice      reference@18     uninitialised@23 uninitialised@13 uninitialised@14
data       ok               reference@24     uninitialised@14 uninitialised@15
data_sub   reference@25     ok               uninitialised@14 uninitialised@15
data_off   bounds@21        bounds@22        uninitialised@14 uninitialised@15
read       ok               reference@25     uninitialised@17 uninitialised@18
read_sub   reference@26     ok               uninitialised@17 uninitialised@18
read_in    stack@22         stack@23         uninitialised@17 uninitialised@18
write      ok               reference@24     uninitialised@16 uninitialised@17
off_8      uninitialised@19 uninitialised@20 uninitialised@14 uninitialised@15
off_4      stack@19         stack@20         stack@14         stack@15
var        arithmetic@18    arithmetic@19    arithmetic@13    arithmetic@14
over_lo    uninitialised@20 reference@16     uninitialised@15 uninitialised@16
over_hi    uninitialised@20 reference@16     uninitialised@15 uninitialised@16
over_out   ok               reference@16     ok               ok
load       uninitialised@15 uninitialised@16 ok               ok
load_hi    uninitialised@15 uninitialised@16 ok               ok
again      ok               reference@21     ok               ok
overlap    uninitialised@25 reference@21     uninitialised@20 uninitialised@21
overlap_ok ok               reference@21     ok               ok
slice_dead not-a-pointer@22 reference@22     uninitialised@14 uninitialised@15
slice_kept ok               reference@25     uninitialised@14 uninitialised@15
slice_end  reference@24     not-a-pointer@27 uninitialised@14 uninitialised@15
slice_null maybe-null@20    maybe-null@21    uninitialised@14 uninitialised@15
slice_rec  argument@23      argument@24      uninitialised@14 uninitialised@15
data_var   size@19          size@20          uninitialised@14 uninitialised@15
helper     stack@20         stack@21         ok               ok
helper_v   stack@22         stack@23         ok               ok
atomic     uninitialised@16 uninitialised@17 ok               ok
ctx        argument@18      argument@19      argument@13      argument@14
value      argument@18      argument@19      argument@13      argument@14
tail       ok               reference@20     ok               ok
-- set WHAT
value    r1 = r7; r2 = 48
value_49 r1 = r7; r2 = 49
value_0  r1 = r7; r2 = 0
value_v  r1 = r7; r2 = *(u32 *)(r6 + 0)
value_b  r2 = *(u32 *)(r6 + 0); r1 = r7; r2 &= 31
stack    *(u64 *)(r10 - 64) = 0; r1 = r10; r1 += -64; r2 = 8
ctx      r1 = r6; r2 = 8
number   r1 = 0; r2 = 0
-- set WHERE
-16     r4 = r10; r4 += -16
-8      r4 = r10; r4 += -8
-512    r4 = r10; r4 += -512
-520    r4 = r10; r4 += -520
-20     r4 = r10; r4 += -20
value   r4 = r7
ctx     r4 = r6
-- table what dynptrs are made of, and where: WHAT WHERE
$WHAT
r3 = 0
$WHERE
call bpf_dynptr_from_mem
-- expect
         -16         -8          -512        -520        -20         value       ctx
value    ok          stack@14    ok          stack@14    stack@14    argument@13 argument@13
value_49 bounds@14   bounds@14   bounds@14   bounds@14   bounds@14   bounds@13   bounds@13
value_0  ok          stack@14    ok          stack@14    stack@14    argument@13 argument@13
value_v  size@14     size@14     size@14     size@14     size@14     size@13     size@13
value_b  ok          stack@15    ok          stack@15    stack@15    argument@14 argument@14
stack    argument@16 stack@16    argument@16 stack@16    stack@16    argument@15 argument@15
ctx      argument@14 argument@14 argument@14 argument@14 argument@14 argument@13 argument@13
number   argument@14 argument@14 argument@14 argument@14 argument@14 argument@13 argument@13
-- set PATHS
both    if r0 == 0 goto end; end: r1 = r10; r1 += -24; r2 = 0; call bpf_ringbuf_submit_dynptr
one     if r0 != 0 goto out; r1 = r10; r1 += -24; r2 = 0; call bpf_ringbuf_submit_dynptr
either  if r0 == 0 goto end; r1 = r10; r1 += -24; r2 = 0; call bpf_ringbuf_submit_dynptr; goto out; end: r1 = r10; r1 += -24; r2 = 0; call bpf_ringbuf_discard_dynptr
-- table a record is given back on every path: PATHS
r1 = map[records]
r2 = 32
r3 = 0
r4 = r10
r4 += -24
call bpf_ringbuf_reserve_dynptr
$PATHS
-- expect
both   ok
one    reference@22
either ok
-- case a dynptr in a loop
r8 = 0
again: r1 = map[records]
r2 = 32
r3 = 0
r4 = r10
r4 += -24
call bpf_ringbuf_reserve_dynptr
r1 = r10
r1 += -24
r2 = 0
call bpf_ringbuf_discard_dynptr
r8 += 1
if r8 < 10 goto again
-- accept
-- case a dynptr on one path only
call bpf_get_prandom_u32
if r0 == 0 goto skip
r1 = r7
r2 = 8
r3 = 0
r4 = r10
r4 += -24
call bpf_dynptr_from_mem
skip: r1 = r10
r1 += -24
r2 = 0
r3 = 8
call bpf_dynptr_data
-- refuse uninitialised @21
-- case a dynptr of the caller is read by the callee
r1 = r7
r2 = 8
r3 = 0
r4 = r10
r4 += -24
call bpf_dynptr_from_mem
r1 = r10
r1 += -24
call reads
goto out
reads: r2 = 0
r3 = 8
call bpf_dynptr_data
if r0 == 0 goto none
r0 = *(u8 *)(r0 + 0)
exit
none: r0 = 1
exit
-- refuse invalid @7
-- case a record of the caller is given back by the callee
r1 = map[records]
r2 = 8
r3 = 0
r4 = r10
r4 += -24
call bpf_ringbuf_reserve_dynptr
r1 = r10
r1 += -24
call gives
goto out
gives: r2 = 0
call bpf_ringbuf_submit_dynptr
r0 = 0
exit
-- refuse invalid @7
-- case a callee leaves its record behind
call takes
goto out
takes: r1 = map[records]
r2 = 8
r3 = 0
r4 = r10
r4 += -24
call bpf_ringbuf_reserve_dynptr
r0 = 0
exit
-- refuse invalid @7
-- maps
sent user_ringbuf 0 0 4096
values array 4 48 1
-- funcs
static int main(ctx)
static long drained(ptr, ptr)
-- after
-- set DRAIN
nothing  r0 = 0
read     r3 = r1; r1 = r10; r1 += -8; r2 = 8; r4 = 0; r5 = 0; call bpf_dynptr_read; r0 = 0
data     r2 = 0; r3 = 8; call bpf_dynptr_data; if r0 == 0 goto done; r0 = *(u64 *)(r0 + 0); r0 = 0
moved    r1 += 8; r2 = 0; r3 = 8; call bpf_dynptr_data; r0 = 0
load     r0 = *(u64 *)(r1 + 0); r0 = 0
store    *(u64 *)(r1 + 0) = 0; r0 = 0
submit   r2 = 0; call bpf_ringbuf_submit_dynptr; r0 = 0
new      r4 = r1; r1 = r2; r2 = 8; r3 = 0; call bpf_dynptr_from_mem; r0 = 0
context  r0 = *(u64 *)(r2 + 0); r0 = 0
two      r0 = 2
one      r0 = 1
-- table what is called for each dynptr that user space has sent: DRAIN
*(u64 *)(r10 - 8) = 0
r1 = map[sent]
r2 = subprog[drained]
r3 = r10
r3 += -8
r4 = 0
call bpf_user_ringbuf_drain
out: r0 = 0
exit
drained: r6 = r2
$DRAIN
done: exit
-- expect
nothing ok
read    ok
data    ok
moved   arithmetic@24
load    not-a-pointer@21
store   not-a-pointer@21
submit  reference@22
new     argument@25
context ok
two     return@22
one     ok
