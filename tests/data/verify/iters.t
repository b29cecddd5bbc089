Open-coded iterators: made, asked for elements, destroyed.
-- kernel
-- type sched_cls
-- maps
values array 4 48 1
-- before
r6 = r1
-- after
out: r0 = 0
exit
-- set MADE
num      r1 = r10; r1 += -16; r2 = 0; r3 = 10; call kfunc[bpf_iter_num_new]
var      r2 = *(u32 *)(r6 + 0); r3 = *(u32 *)(r6 + 4); r1 = r10; r1 += -16; call kfunc[bpf_iter_num_new]
nothing  r0 = 0
bits     *(u64 *)(r10 - 64) = 7; r1 = r10; r1 += -16; r2 = r10; r2 += -64; r3 = 1; call kfunc[bpf_iter_bits_new]
-- set USED
nothing  r0 = 0
end      r1 = r10; r1 += -16; call kfunc[bpf_iter_num_destroy]
end_2    r1 = r10; r1 += -16; call kfunc[bpf_iter_num_destroy]; r1 = r10; r1 += -16; call kfunc[bpf_iter_num_destroy]
next     r1 = r10; r1 += -16; call kfunc[bpf_iter_num_next]; r1 = r10; r1 += -16; call kfunc[bpf_iter_num_destroy]
use      r1 = r10; r1 += -16; call kfunc[bpf_iter_num_next]; r7 = r0; if r0 == 0 goto end; r0 = *(u32 *)(r7 + 0); end: r1 = r10; r1 += -16; call kfunc[bpf_iter_num_destroy]
use_null r1 = r10; r1 += -16; call kfunc[bpf_iter_num_next]; r0 = *(u32 *)(r0 + 0); r1 = r10; r1 += -16; call kfunc[bpf_iter_num_destroy]
use_late r1 = r10; r1 += -16; call kfunc[bpf_iter_num_next]; r7 = r0; r1 = r10; r1 += -16; call kfunc[bpf_iter_num_destroy]; if r7 == 0 goto out; r0 = *(u32 *)(r7 + 0)
use_8    r1 = r10; r1 += -16; call kfunc[bpf_iter_num_next]; if r0 == 0 goto end; r0 = *(u64 *)(r0 + 0); end: r1 = r10; r1 += -16; call kfunc[bpf_iter_num_destroy]
use_off  r1 = r10; r1 += -16; call kfunc[bpf_iter_num_next]; if r0 == 0 goto end; r0 = *(u32 *)(r0 + 4); end: r1 = r10; r1 += -16; call kfunc[bpf_iter_num_destroy]
write    r1 = r10; r1 += -16; call kfunc[bpf_iter_num_next]; if r0 == 0 goto end; *(u32 *)(r0 + 0) = 1; end: r1 = r10; r1 += -16; call kfunc[bpf_iter_num_destroy]
loop     again: r1 = r10; r1 += -16; call kfunc[bpf_iter_num_next]; if r0 != 0 goto again; r1 = r10; r1 += -16; call kfunc[bpf_iter_num_destroy]
loop_sum r7 = 0; again: r1 = r10; r1 += -16; call kfunc[bpf_iter_num_next]; if r0 == 0 goto end; r0 = *(u32 *)(r0 + 0); r7 += r0; goto again; end: r1 = r10; r1 += -16; call kfunc[bpf_iter_num_destroy]
loop_leak again: r1 = r10; r1 += -16; call kfunc[bpf_iter_num_next]; if r0 == 0 goto out; goto again
endless  again: r1 = r10; r1 += -16; call kfunc[bpf_iter_num_next]; goto again
break    again: r1 = r10; r1 += -16; call kfunc[bpf_iter_num_next]; if r0 == 0 goto end; r0 = *(u32 *)(r0 + 0); if r0 == 5 goto end; goto again; end: r1 = r10; r1 += -16; call kfunc[bpf_iter_num_destroy]
break_out again: r1 = r10; r1 += -16; call kfunc[bpf_iter_num_next]; if r0 == 0 goto end; r0 = *(u32 *)(r0 + 0); if r0 == 5 goto out; goto again; end: r1 = r10; r1 += -16; call kfunc[bpf_iter_num_destroy]
over_lo  *(u64 *)(r10 - 16) = 0
over_hi  *(u8 *)(r10 - 1) = 0
read     r0 = *(u64 *)(r10 - 8)
again    r1 = r10; r1 += -16; r2 = 0; r3 = 10; call kfunc[bpf_iter_num_new]
moved    r1 = r10; r1 += -24; call kfunc[bpf_iter_num_next]
helper   r1 = r6; r2 = 0; r3 = r10; r3 += -16; r4 = 8; call bpf_skb_load_bytes
bits     r1 = r10; r1 += -16; call kfunc[bpf_iter_bits_next]; if r0 == 0 goto end; r0 = *(u32 *)(r0 + 0); end: r1 = r10; r1 += -16; call kfunc[bpf_iter_bits_destroy]
-- table made and used: USED MADE
$MADE
$USED
-- expect
          num              var              nothing         bits
nothing   reference@8      reference@8      ok              reference@10
end       ok               ok               uninitialised@4 uninitialised@10
end_2     uninitialised@11 uninitialised@11 uninitialised@4 uninitialised@10
next      ok               ok               uninitialised@4 uninitialised@10
use       ok               ok               uninitialised@4 uninitialised@10
use_null  not-a-pointer@9  not-a-pointer@9  uninitialised@4 uninitialised@10
use_late  not-a-pointer@14 not-a-pointer@14 uninitialised@4 uninitialised@10
use_8     bounds@10        bounds@10        uninitialised@4 uninitialised@10
use_off   bounds@10        bounds@10        uninitialised@4 uninitialised@10
write     read-only@10     read-only@10     uninitialised@4 uninitialised@10
loop      ok               ok               uninitialised@4 uninitialised@10
loop_sum  ok               ok               uninitialised@5 uninitialised@11
loop_leak reference@12     reference@12     uninitialised@4 uninitialised@10
endless   invalid@10       invalid@10       invalid@6       invalid@12
break     ok               ok               uninitialised@4 uninitialised@10
break_out reference@17     reference@17     uninitialised@4 uninitialised@10
over_lo   reference@8      reference@8      ok              reference@10
over_hi   reference@8      reference@8      ok              reference@10
read      reference@8      reference@8      ok              uninitialised@8
again     stack@10         stack@10         reference@8     stack@12
moved     uninitialised@8  uninitialised@8  uninitialised@4 uninitialised@10
helper    reference@13     reference@13     ok              reference@15
bits      uninitialised@8  uninitialised@8  uninitialised@4 ok
-- set WHERE
-8     r1 = r10; r1 += -8
-20    r1 = r10; r1 += -20
-512   r1 = r10; r1 += -512
-520   r1 = r10; r1 += -520
value  r1 = map[values]
ctx    r1 = r6
zero   r1 = 0
-- set ENDS
r6     r2 = r6; r3 = 10
none   r2 = 1
swap   r2 = 10; r3 = 1
-- table where iterators may lie: WHERE
$WHERE
r2 = 0
r3 = 10
call kfunc[bpf_iter_num_new]
-- expect
-8    reference@7
-20   stack@5
-512  reference@7
-520  stack@5
value argument@5
ctx   argument@4
zero  argument@4
-- table what they are made of: ENDS
r1 = r10
r1 += -8
$ENDS
call kfunc[bpf_iter_num_new]
r1 = r10
r1 += -8
call kfunc[bpf_iter_num_destroy]
-- expect
r6   argument@5
none unreadable@4
swap ok
-- set BODY
index   r0 = *(u32 *)(r0 + 0); if r0 > 47 goto next; r1 = r7; r1 += r0; *(u8 *)(r1 + 0) = 1
index_48 r0 = *(u32 *)(r0 + 0); if r0 > 48 goto next; r1 = r7; r1 += r0; *(u8 *)(r1 + 0) = 1
index_s r0 = *(u32 *)(r0 + 0); if r0 s> 47 goto next; r1 = r7; r1 += r0; *(u8 *)(r1 + 0) = 1
no_test r0 = *(u32 *)(r0 + 0); r1 = r7; r1 += r0; *(u8 *)(r1 + 0) = 1
counter r8 += 1; if r8 > 47 goto end; r1 = r7; r1 += r8; *(u8 *)(r1 + 0) = 1
counter_no r8 += 1; r1 = r7; r1 += r8; *(u8 *)(r1 + 0) = 1
pointer r7 = 0
spilled *(u64 *)(r10 - 24) = r8; r8 += 1; r1 = *(u64 *)(r10 - 24); if r1 > 47 goto end; r1 += r7; *(u8 *)(r1 + 0) = 1
-- table a body that uses what is outside: BODY
*(u32 *)(r10 - 4) = 0
r1 = map[values]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r7 = r0
r8 = 0
*(u64 *)(r10 - 24) = 0
r1 = r10
r1 += -16
r2 = 0
r3 = 48
call kfunc[bpf_iter_num_new]
next: r1 = r10
r1 += -16
call kfunc[bpf_iter_num_next]
if r0 == 0 goto end
$BODY
r1 = *(u8 *)(r7 + 0)
goto next
end: r1 = r10
r1 += -16
call kfunc[bpf_iter_num_destroy]
-- expect
index      ok
index_48   bounds@24
index_s    ok
no_test    bounds@23
counter    ok
counter_no bounds@23
pointer    not-a-pointer@21
spilled    ok
-- case one in another
r1 = r10
r1 += -16
r2 = 0
r3 = 10
call kfunc[bpf_iter_num_new]
outer: r1 = r10
r1 += -16
call kfunc[bpf_iter_num_next]
if r0 == 0 goto done
r1 = r10
r1 += -32
r2 = 0
r3 = 10
call kfunc[bpf_iter_num_new]
inner: r1 = r10
r1 += -32
call kfunc[bpf_iter_num_next]
if r0 != 0 goto inner
r1 = r10
r1 += -32
call kfunc[bpf_iter_num_destroy]
goto outer
done: r1 = r10
r1 += -16
call kfunc[bpf_iter_num_destroy]
-- accept
-- case one in another, not destroyed
r1 = r10
r1 += -16
r2 = 0
r3 = 10
call kfunc[bpf_iter_num_new]
outer: r1 = r10
r1 += -16
call kfunc[bpf_iter_num_next]
if r0 == 0 goto done
r1 = r10
r1 += -32
r2 = 0
r3 = 10
call kfunc[bpf_iter_num_new]
goto outer
done: r1 = r10
r1 += -16
call kfunc[bpf_iter_num_destroy]
-- refuse reference @20
-- case the caller's iterator in a function
r1 = r10
r1 += -16
r2 = 0
r3 = 10
call kfunc[bpf_iter_num_new]
more: r1 = r10
r1 += -16
call one
if r0 != 0 goto more
r1 = r10
r1 += -16
call kfunc[bpf_iter_num_destroy]
goto out
one: call kfunc[bpf_iter_num_next]
if r0 == 0 goto none
r0 = 1
none: exit
-- refuse invalid @13
-- case a loop beside it that may never end
r1 = r10
r1 += -16
r2 = 0
r3 = 10
call kfunc[bpf_iter_num_new]
again: call bpf_get_prandom_u32
if r0 != 0 goto again
r1 = r10
r1 += -16
call kfunc[bpf_iter_num_destroy]
-- refuse loop @7
-- case a lock is held
r1 = r10
r1 += -16
r2 = 0
r3 = 10
call kfunc[bpf_iter_num_new]
r8 = 0
body: r8 += 1
r1 = r10
r1 += -16
call kfunc[bpf_iter_num_next]
if r0 == 0 goto end
if r8 < 100 goto body
end: r1 = r10
r1 += -16
call kfunc[bpf_iter_num_destroy]
-- accept
