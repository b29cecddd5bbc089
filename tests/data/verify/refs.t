References: what is got has to be given back, once, on every path.
-- type sched_cls
-- maps
records ringbuf 0 0 4096
values array 4 48 1
progs prog_array 4 4 4
-- before
r6 = r1
-- after
out: r0 = 0
exit
-- set GET
record  r1 = map[records]; r2 = 16; r3 = 0; call bpf_ringbuf_reserve
tcp     *(u64 *)(r10 - 16) = 0; *(u64 *)(r10 - 8) = 0; r1 = r6; r2 = r10; r2 += -16; r3 = 12; r4 = 0; r5 = 0; call bpf_sk_lookup_tcp
skc     *(u64 *)(r10 - 16) = 0; *(u64 *)(r10 - 8) = 0; r1 = r6; r2 = r10; r2 += -16; r3 = 12; r4 = 0; r5 = 0; call bpf_skc_lookup_tcp
-- set GIVE
submit    r1 = r0; r2 = 0; call bpf_ringbuf_submit
discard   r1 = r0; r2 = 0; call bpf_ringbuf_discard
release   r1 = r0; call bpf_sk_release
nothing   r1 = r0
r7        r7 = r0; r1 = r7; r2 = 0; call bpf_ringbuf_submit
spilled   *(u64 *)(r10 - 24) = r0; r1 = *(u64 *)(r10 - 24); r2 = 0; call bpf_ringbuf_discard
twice     r7 = r0; r1 = r0; r2 = 0; call bpf_ringbuf_submit; r1 = r7; r2 = 0; call bpf_ringbuf_submit
moved     r1 = r0; r1 += 8; r2 = 0; call bpf_ringbuf_submit
moved_0   r1 = r0; r1 += 8; r1 -= 8; r2 = 0; call bpf_ringbuf_submit
use_after r7 = r0; r1 = r0; r2 = 0; call bpf_ringbuf_submit; r0 = *(u8 *)(r7 + 0)
sk_after  r7 = r0; r1 = r0; call bpf_sk_release; r0 = *(u32 *)(r7 + 0)
one_path  r7 = r0; call bpf_get_prandom_u32; if r0 == 0 goto out; r1 = r7; r2 = 0; call bpf_ringbuf_submit
overwritten r0 = 0
tail      r7 = r0; r1 = r6; r2 = map[progs]; r3 = 0; call bpf_tail_call; r1 = r7; r2 = 0; call bpf_ringbuf_submit
exit      r0 = 0; exit
-- table got and given back: GET GIVE
$GET
if r0 == 0 goto out
$GIVE
-- expect
       submit      discard     release    nothing      r7          spilled     twice       moved         moved_0       use_after        sk_after         one_path     overwritten  tail         exit
record ok          ok          argument@8 reference@9  ok          ok          argument@13 arithmetic@10 ok            not-a-pointer@11 argument@9       reference@14 reference@9  reference@12 reference@8
tcp    argument@13 argument@13 ok         reference@13 argument@14 argument@14 argument@14 arithmetic@12 arithmetic@12 argument@14      not-a-pointer@14 argument@16  reference@13 reference@16 reference@12
skc    argument@13 argument@13 ok         reference@13 argument@14 argument@14 argument@14 arithmetic@12 arithmetic@12 argument@14      not-a-pointer@14 argument@16  reference@13 reference@16 reference@12
-- table got and given back untested: GET GIVE
$GET
$GIVE
-- expect
       submit       discard      release       nothing      r7           spilled      twice        moved         moved_0       use_after    sk_after      one_path      overwritten  tail         exit
record maybe-null@8 maybe-null@8 argument@7    reference@8  maybe-null@9 maybe-null@9 maybe-null@9 maybe-null@7  maybe-null@7  maybe-null@9 argument@8    maybe-null@11 reference@8  reference@11 invalid@8
tcp    argument@12  argument@12  maybe-null@11 reference@12 argument@13  argument@13  argument@13  maybe-null@11 maybe-null@11 argument@13  maybe-null@12 argument@15   reference@12 reference@15 invalid@12
skc    argument@12  argument@12  maybe-null@11 reference@12 argument@13  argument@13  argument@13  maybe-null@11 maybe-null@11 argument@13  maybe-null@12 argument@15   reference@12 reference@15 invalid@12
-- set ACC
0_8    *(u64 *)(r0 + 0) = 1
8_8    *(u64 *)(r0 + 8) = 1
9_8    *(u64 *)(r0 + 9) = 1
16_1   *(u8 *)(r0 + 16) = 1
-1_1   *(u8 *)(r0 - 1) = 1
read   r1 = *(u64 *)(r0 + 0)
ptr    *(u64 *)(r0 + 0) = r6
atomic r1 = 1; lock *(u64 *)(r0 + 0) += r1
var    r1 = *(u32 *)(r6 + 0); r1 &= 8; r2 = r0; r2 += r1; *(u64 *)(r2 + 0) = 1
var_9  r1 = *(u32 *)(r6 + 0); r1 &= 15; r2 = r0; r2 += r1; *(u64 *)(r2 + 0) = 1
helper r7 = r0; r1 = r6; r2 = 0; r3 = r0; r4 = 16; call bpf_skb_load_bytes; r0 = r7
helper_17 r7 = r0; r1 = r6; r2 = 0; r3 = r0; r4 = 17; call bpf_skb_load_bytes; r0 = r7
-- table what may be done with a record: ACC
r1 = map[records]
r2 = 16
r3 = 0
call bpf_ringbuf_reserve
if r0 == 0 goto out
$ACC
r1 = r0
r2 = 0
call bpf_ringbuf_submit
-- expect
0_8       ok
8_8       ok
9_8       bounds@7
16_1      bounds@7
-1_1      bounds@7
read      ok
ptr       ok
atomic    ok
var       ok
var_9     bounds@11
helper    ok
helper_17 bounds@12
-- set SIZE
0
1
8
4095
-1
2147483647
-- table sizes of records: SIZE
r1 = map[records]
r2 = $SIZE
r3 = 0
call bpf_ringbuf_reserve
if r0 == 0 goto out
r1 = r0
r2 = 0
call bpf_ringbuf_submit
-- expect
0          ok
1          ok
8          ok
4095       ok
-1         ok
2147483647 ok
-- case a size that is not known
r1 = map[records]
r2 = *(u32 *)(r6 + 0)
r3 = 0
call bpf_ringbuf_reserve
if r0 == 0 goto out
r1 = r0
r2 = 0
call bpf_ringbuf_submit
-- refuse size @5
-- case two sizes on two paths
r2 = 8
r3 = *(u32 *)(r6 + 0)
if r3 == 0 goto +1
r2 = 16
r1 = map[records]
r3 = 0
call bpf_ringbuf_reserve
if r0 == 0 goto out
*(u64 *)(r0 + 0) = 1
r1 = r0
r2 = 0
call bpf_ringbuf_submit
-- accept
-- case two records
r1 = map[records]
r2 = 8
r3 = 0
call bpf_ringbuf_reserve
r7 = r0
r1 = map[records]
r2 = 8
r3 = 0
call bpf_ringbuf_reserve
r8 = r0
if r7 == 0 goto +3
r1 = r7
r2 = 0
call bpf_ringbuf_submit
if r8 == 0 goto +3
r1 = r8
r2 = 0
call bpf_ringbuf_submit
-- accept
-- case two records, one is kept
r1 = map[records]
r2 = 8
r3 = 0
call bpf_ringbuf_reserve
r7 = r0
r1 = map[records]
r2 = 8
r3 = 0
call bpf_ringbuf_reserve
r8 = r0
if r7 == 0 goto out
r1 = r7
r2 = 0
call bpf_ringbuf_submit
-- refuse reference @18
-- case a record given back in a function
r1 = map[records]
r2 = 8
r3 = 0
call bpf_ringbuf_reserve
if r0 == 0 goto out
r1 = r0
call f
r0 = 0
exit
f: r2 = 0
call bpf_ringbuf_submit
r0 = 0
exit
-- refuse invalid @6
-- case a record got in a function
call f
if r0 == 0 goto +3
r1 = r0
r2 = 0
call bpf_ringbuf_submit
r0 = 0
exit
f: r1 = map[records]
r2 = 8
r3 = 0
call bpf_ringbuf_reserve
exit
-- refuse invalid @14
-- case a record kept in a function
call f
r0 = 0
exit
f: r1 = map[records]
r2 = 8
r3 = 0
call bpf_ringbuf_reserve
r0 = 0
exit
-- refuse invalid @11
-- case records in a loop
r8 = 0
again: r1 = map[records]
r2 = 8
r3 = 0
call bpf_ringbuf_reserve
if r0 == 0 goto next
r1 = r0
r2 = 0
call bpf_ringbuf_submit
next: r8 += 1
if r8 < 5 goto again
-- accept
-- set CAST
tcp_sock   call bpf_tcp_sock
fullsock   call bpf_sk_fullsock
listener   call bpf_get_listener_sock
-- set CASTUSE
none       r8 = r0
tested     if r0 == 0 goto +1; r1 = *(u32 *)(r0 + 0)
untested   r1 = *(u32 *)(r0 + 0)
released   if r0 == 0 goto rel; r1 = r0; call bpf_sk_release; goto done
after      r8 = r0; if r0 == 0 goto rel; r1 = r7; call bpf_sk_release; r1 = *(u32 *)(r8 + 0); goto done
-- table sockets cast to another kind: CAST CASTUSE
*(u64 *)(r10 - 16) = 0
*(u64 *)(r10 - 8) = 0
r1 = r6
r2 = r10
r2 += -16
r3 = 12
r4 = 0
r5 = 0
call bpf_sk_lookup_tcp
if r0 == 0 goto out
r7 = r0
r1 = r0
$CAST
$CASTUSE
rel: r1 = r7
call bpf_sk_release
done: r0 = 0
-- expect
         none tested untested      released     after
tcp_sock ok   ok     maybe-null@14 ok           not-a-pointer@18
fullsock ok   ok     maybe-null@14 ok           not-a-pointer@18
listener ok   ok     maybe-null@14 reference@16 ok
-- case a socket of the packet is not released
r1 = *(u64 *)(r6 + 168)
if r1 == 0 goto out
call bpf_sk_release
-- refuse reference @3
-- case a socket is got and the packet load ends the program
*(u64 *)(r10 - 16) = 0
*(u64 *)(r10 - 8) = 0
r1 = r6
r2 = r10
r2 += -16
r3 = 12
r4 = 0
r5 = 0
call bpf_sk_lookup_tcp
r7 = r0
r0 = *(u8 *)skb[0]
if r7 == 0 goto out
r1 = r7
call bpf_sk_release
-- refuse reference @11
-- case a socket's fields
*(u64 *)(r10 - 16) = 0
*(u64 *)(r10 - 8) = 0
r1 = r6
r2 = r10
r2 += -16
r3 = 12
r4 = 0
r5 = 0
call bpf_sk_lookup_tcp
if r0 == 0 goto out
r1 = *(u32 *)(r0 + 4)
r1 = *(u16 *)(r0 + 44)
r1 = r0
call bpf_sk_release
-- accept
-- case a socket is written
r7 = *(u64 *)(r6 + 168)
if r7 == 0 goto out
*(u32 *)(r7 + 0) = 1
-- refuse context @3
