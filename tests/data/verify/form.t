Instructions that are wrong in themselves, where a path comes to them; and classic packet loads.
-- type socket_filter
-- maps
values array 4 48 1
many array 4 48 4
hash hash 4 48 4
-- before
r6 = r1
r2 = 1
r3 = 1
-- after
r0 = 0
exit
-- set RAW
mov_off      bf 32 01 00 00 00 00 00
mov_imm      bf 32 00 00 01 00 00 00
mov_sx_bad   bf 32 03 00 00 00 00 00
mov_k_src    b7 32 00 00 01 00 00 00
mov_k_off    b7 02 08 00 01 00 00 00
add_off      0f 32 01 00 00 00 00 00
add_k_src    07 32 00 00 01 00 00 00
div_off2     3f 32 02 00 00 00 00 00
div_off1     3f 32 01 00 00 00 00 00
div_0        37 02 00 00 00 00 00 00
div32_0      34 02 00 00 00 00 00 00
mod_0        97 02 00 00 00 00 00 00
sdiv_0       37 02 01 00 00 00 00 00
lsh_64       67 02 00 00 40 00 00 00
lsh_-1       67 02 00 00 ff ff ff ff
lsh32_32     64 02 00 00 20 00 00 00
arsh32_31    c4 02 00 00 1f 00 00 00
rsh_63       77 02 00 00 3f 00 00 00
neg_x        8f 32 00 00 00 00 00 00
neg_imm      87 02 00 00 01 00 00 00
neg_src      87 32 00 00 00 00 00 00
end_8        d4 02 00 00 08 00 00 00
end_24       dc 02 00 00 18 00 00 00
bswap_8      d7 02 00 00 08 00 00 00
bswap_16     d7 02 00 00 10 00 00 00
bswap_x      df 02 00 00 10 00 00 00
end_off      d4 02 01 00 10 00 00 00
alu_e0       e7 02 00 00 01 00 00 00
alu_reg11    b7 0b 00 00 01 00 00 00
src_11       bf b2 00 00 00 00 00 00
ldx_imm      61 62 00 00 01 00 00 00
ldx_abs_mode 31 62 00 00 00 00 00 00
ldsx_64      99 62 00 00 00 00 00 00
st_src       62 3a f8 ff 01 00 00 00
stx_imm      63 2a f8 ff 01 00 00 00
jeq_k_src    15 32 00 00 01 00 00 00
jeq_x_imm    1d 32 00 00 01 00 00 00
ja_src       05 30 00 00 00 00 00 00
ja_imm       05 00 00 00 01 00 00 00
jmp32_call   86 00 00 00 05 00 00 00
jmp32_exit   96 00 00 00 00 00 00 00
exit_imm     95 00 00 00 01 00 00 00
exit_dst     95 02 00 00 00 00 00 00
call_off     85 00 01 00 05 00 00 00
call_dst     85 02 00 00 05 00 00 00
call_src3    85 30 00 00 05 00 00 00
call_0       85 00 00 00 00 00 00 00
call_far     85 00 00 00 ff ff 00 00
call_neg     85 00 00 00 ff ff ff ff
xadd_bad     db 3a f8 ff 02 00 00 00
xadd_8       d3 3a f8 ff 00 00 00 00
xadd_16      cb 3a f8 ff 00 00 00 00
fetch_xor    db 3a f8 ff a1 00 00 00
xchg         db 3a f8 ff e1 00 00 00
xchg_no      db 3a f8 ff e0 00 00 00
cmpxchg      db 3a f8 ff f1 00 00 00
load_acq     db a3 f8 ff 00 01 00 00
store_rel    db 3a f8 ff 10 01 00 00
zero         00 00 00 00 00 00 00 00
ld_abs_dst   20 02 00 00 00 00 00 00
ld_abs_64    38 00 00 00 00 00 00 00
ld_ind       40 20 00 00 00 00 00 00
may_goto_off e5 00 00 00 00 00 00 00
-- table an instruction alone: RAW
*(u64 *)(r10 - 8) = 1
r0 = 1
raw $RAW
-- expect
mov_off      form@5
mov_imm      form@5
mov_sx_bad   form@5
mov_k_src    form@5
mov_k_off    form@5
add_off      form@5
add_k_src    form@5
div_off2     form@5
div_off1     ok
div_0        form@5
div32_0      form@5
mod_0        form@5
sdiv_0       form@5
lsh_64       form@5
lsh_-1       form@5
lsh32_32     form@5
arsh32_31    ok
rsh_63       ok
neg_x        invalid@5
neg_imm      form@5
neg_src      form@5
end_8        form@5
end_24       form@5
bswap_8      form@5
bswap_16     ok
bswap_x      invalid@5
end_off      form@5
alu_e0       invalid@5
alu_reg11    form@5
src_11       form@5
ldx_imm      invalid@5
ldx_abs_mode invalid@5
ldsx_64      invalid@5
st_src       form@5
stx_imm      form@5
jeq_k_src    form@5
jeq_x_imm    form@5
ja_src       form@5
ja_imm       form@5
jmp32_call   invalid@5
jmp32_exit   invalid@5
exit_imm     invalid@6
exit_dst     invalid@6
call_off     form@5
call_dst     form@5
call_src3    form@5
call_0       helper@5
call_far     helper@5
call_neg     helper@5
xadd_bad     form@5
xadd_8       form@5
xadd_16      form@5
fetch_xor    ok
xchg         ok
xchg_no      form@5
cmpxchg      ok
load_acq     ok
store_rel    ok
zero         invalid@5
ld_abs_dst   form@5
ld_abs_64    invalid@5
ld_ind       ok
may_goto_off ok
-- table an instruction that is never reached: RAW
r0 = 1
if r0 == 1 goto +1
raw $RAW
r0 = 1
-- expect
mov_off      ok
mov_imm      ok
mov_sx_bad   ok
mov_k_src    ok
mov_k_off    ok
add_off      ok
add_k_src    ok
div_off2     ok
div_off1     ok
div_0        ok
div32_0      ok
mod_0        ok
sdiv_0       ok
lsh_64       ok
lsh_-1       ok
lsh32_32     ok
arsh32_31    ok
rsh_63       ok
neg_x        invalid@5
neg_imm      ok
neg_src      ok
end_8        ok
end_24       ok
bswap_8      ok
bswap_16     ok
bswap_x      invalid@5
end_off      ok
alu_e0       invalid@5
alu_reg11    ok
src_11       ok
ldx_imm      invalid@5
ldx_abs_mode invalid@5
ldsx_64      invalid@5
st_src       ok
stx_imm      ok
jeq_k_src    ok
jeq_x_imm    ok
ja_src       ok
ja_imm       ok
jmp32_call   invalid@5
jmp32_exit   invalid@5
exit_imm     ok
exit_dst     ok
call_off     ok
call_dst     ok
call_src3    ok
call_0       ok
call_far     ok
call_neg     ok
xadd_bad     ok
xadd_8       ok
xadd_16      ok
fetch_xor    ok
xchg         ok
xchg_no      ok
cmpxchg      ok
load_acq     ok
store_rel    ok
zero         invalid@5
ld_abs_dst   ok
ld_abs_64    invalid@5
ld_ind       ok
may_goto_off ok
-- set WIDE
ok        raw 18 02 00 00 01 00 00 00; raw 00 00 00 00 01 00 00 00
off       raw 18 02 01 00 01 00 00 00; raw 00 00 00 00 01 00 00 00
second    raw 18 02 00 00 01 00 00 00; raw 00 01 00 00 01 00 00 00
second_op raw 18 02 00 00 01 00 00 00; r2 = 0
src_7     raw 18 72 00 00 01 00 00 00; raw 00 00 00 00 01 00 00 00
idx       raw 18 52 00 00 00 00 00 00; raw 00 00 00 00 00 00 00 00
idx_9     raw 18 52 00 00 63 00 00 00; raw 00 00 00 00 00 00 00 00
idx_high  raw 18 52 00 00 00 00 00 00; raw 00 00 00 00 01 00 00 00
val       raw 18 62 00 00 00 00 00 00; raw 00 00 00 00 00 00 00 00
val_47    raw 18 62 00 00 00 00 00 00; raw 00 00 00 00 2f 00 00 00
val_48    raw 18 62 00 00 00 00 00 00; raw 00 00 00 00 30 00 00 00
val_neg   raw 18 62 00 00 00 00 00 00; raw 00 00 00 00 ff ff ff ff
val_many  raw 18 62 00 00 01 00 00 00; raw 00 00 00 00 00 00 00 00
val_hash  raw 18 62 00 00 02 00 00 00; raw 00 00 00 00 00 00 00 00
r10       raw 18 0a 00 00 01 00 00 00; raw 00 00 00 00 01 00 00 00
-- table immediates of 64 bits: WIDE
$WIDE
-- expect
ok        ok
off       form@3
second    invalid@3
second_op invalid@3
src_7     invalid@3
idx       ok
idx_9     form@3
idx_high  invalid@3
val       ok
val_47    ok
val_48    form@3
val_neg   form@3
val_many  form@3
val_hash  form@3
r10       frame-pointer@3
-- set PL
abs8     r0 = *(u8 *)skb[0]
abs16    r0 = *(u16 *)skb[12]
abs32    r0 = *(u32 *)skb[-4096]
ind      r0 = *(u32 *)skb[r2 + 4]
ind_r7   r0 = *(u32 *)skb[r7 + 4]
no_r6    r6 = 0; r0 = *(u8 *)skb[0]
r6_off   r6 += 4; r0 = *(u8 *)skb[0]
r6_spill *(u64 *)(r10 - 8) = r6; r6 = *(u64 *)(r10 - 8); r0 = *(u8 *)skb[0]
r1_gone  r1 = 1; r0 = *(u8 *)skb[0]; r0 = r1
r2_gone  r0 = *(u8 *)skb[0]; r0 = r2
r7_kept  r7 = 1; r0 = *(u8 *)skb[0]; r0 = r7
stack    *(u64 *)(r10 - 8) = 5; r0 = *(u8 *)skb[0]; r0 = *(u64 *)(r10 - 8)
range8   r0 = *(u8 *)skb[0]; r7 = map[values][0]+0; r7 += r0; r0 = *(u8 *)(r7 + 0)
masked   r0 = *(u8 *)skb[0]; r0 &= 31; r7 = map[values][0]+0; r7 += r0; r0 = *(u8 *)(r7 + 0)
-- table packet loads: PL
$PL
-- expect
abs8     ok
abs16    ok
abs32    ok
ind      ok
ind_r7   unreadable@3
no_r6    argument@4
r6_off   arithmetic@4
r6_spill ok
r1_gone  unreadable@5
r2_gone  unreadable@4
r7_kept  ok
stack    ok
range8   arithmetic@6
masked   ok
-- type xdp
-- table packet loads where there are none: PL
$PL
-- expect
abs8     form@3
abs16    form@3
abs32    form@3
ind      form@3
ind_r7   form@3
no_r6    form@4
r6_off   form@4
r6_spill form@5
r1_gone  form@4
r2_gone  form@3
r7_kept  form@4
stack    form@4
range8   form@3
masked   form@3
-- type sched_cls
-- table packet loads of a classifier: PL
$PL
-- expect
abs8     ok
abs16    ok
abs32    ok
ind      ok
ind_r7   unreadable@3
no_r6    argument@4
r6_off   arithmetic@4
r6_spill ok
r1_gone  unreadable@5
r2_gone  unreadable@4
r7_kept  ok
stack    ok
range8   arithmetic@6
masked   ok
-- set AT
stack    r4 = r10; r4 += -8
value    r4 = map[values][0]+8
value47  r4 = map[values][0]+44
odd      r4 = map[values][0]+9
ctx      r4 = r6
packet   r4 = *(u32 *)(r6 + 76)
number   r4 = 5
-- set ATOM
add64    lock *(u64 *)(r4 + 0) += r3
add32    lock *(u32 *)(r4 + 0) += r3
and64    lock *(u64 *)(r4 + 0) &= r3
fetch64  r3 = atomic64_fetch_add((u64 *)(r4 + 0), r3)
fetch32  r3 = atomic_fetch_or((u32 *)(r4 + 0), r3)
xchg64   r3 = atomic64_xchg((u64 *)(r4 + 0), r3)
cmpx64   r0 = 1; r0 = atomic64_cmpxchg((u64 *)(r4 + 0), r0, r3)
cmpx_r0  r0 = atomic64_cmpxchg((u64 *)(r4 + 0), r0, r3)
ptr      lock *(u64 *)(r4 + 0) += r6
unset    lock *(u64 *)(r4 + 0) += r7
back_fp  r3 = atomic64_fetch_add((u64 *)(r4 + 0), r3); *(u64 *)(r10 - 16) = r3
-- table atomic operations: AT ATOM
*(u64 *)(r10 - 8) = 1
$AT
$ATOM
-- expect
        add64           add32           and64           fetch64         fetch32         xchg64          cmpx64          cmpx_r0      ptr             unset        back_fp
stack   ok              ok              ok              ok              ok              ok              ok              unreadable@6 ok              unreadable@6 ok
value   ok              ok              ok              ok              ok              ok              ok              unreadable@6 ok              unreadable@6 ok
value47 alignment@6     ok              alignment@6     alignment@6     ok              alignment@6     alignment@7     unreadable@6 alignment@6     unreadable@6 alignment@6
odd     alignment@6     alignment@6     alignment@6     alignment@6     alignment@6     alignment@6     alignment@7     unreadable@6 alignment@6     unreadable@6 alignment@6
ctx     not-a-pointer@5 not-a-pointer@5 not-a-pointer@5 not-a-pointer@5 not-a-pointer@5 not-a-pointer@5 not-a-pointer@6 unreadable@5 not-a-pointer@5 unreadable@5 not-a-pointer@5
packet  not-a-pointer@5 not-a-pointer@5 not-a-pointer@5 not-a-pointer@5 not-a-pointer@5 not-a-pointer@5 not-a-pointer@6 unreadable@5 not-a-pointer@5 unreadable@5 not-a-pointer@5
number  not-a-pointer@5 not-a-pointer@5 not-a-pointer@5 not-a-pointer@5 not-a-pointer@5 not-a-pointer@5 not-a-pointer@6 unreadable@5 not-a-pointer@5 unreadable@5 not-a-pointer@5
-- case what is fetched is not known
*(u64 *)(r10 - 8) = 8
r2 = 1
r2 = atomic64_fetch_add((u64 *)(r10 - 8), r2)
r7 = map[values][0]+0
r7 += r2
r0 = *(u8 *)(r7 + 0)
-- accept
-- case a 32-bit operation gives 32 bits
*(u64 *)(r10 - 8) = 8
r2 = 1
r2 = atomic_fetch_add((u32 *)(r10 - 8), r2)
r2 >>= 27
r7 = map[values][0]+0
r7 += r2
r0 = *(u8 *)(r7 + 0)
-- accept
-- case an atomic write over a pointer
*(u64 *)(r10 - 8) = r10
r2 = 1
lock *(u64 *)(r10 - 8) += r2
-- accept
-- case a pointer is exchanged
*(u64 *)(r10 - 8) = 0
r2 = r10
r2 = atomic64_xchg((u64 *)(r10 - 8), r2)
-- accept
-- case a stack slot that was not written
r2 = 1
lock *(u64 *)(r10 - 8) += r2
-- accept
-- type xdp sleepable
-- case xdp sleepable: may it sleep
-- refuse invalid @0
-- type kprobe sleepable
-- case kprobe sleepable: may it sleep
-- accept
-- type syscall sleepable
-- case syscall sleepable: may it sleep
-- accept
-- type syscall
-- case syscall: may it sleep
-- refuse invalid @0
-- type tracepoint sleepable
-- case tracepoint sleepable: may it sleep
-- refuse invalid @0
-- type socket_filter sleepable
-- case socket_filter sleepable: may it sleep
-- refuse invalid @0
-- type raw_tracepoint sleepable
-- case raw_tracepoint sleepable: may it sleep
-- refuse invalid @0
