Without CAP_PERFMON: no address may leave, no old stack may be read, and pointers are moved with care.
-- type socket_filter no_perfmon
-- maps
values array 4 48 1
hash hash 4 48 8
-- before
r6 = r1
-- after
out: r0 = 0
exit
-- set P
number r2 = *(u32 *)(r1 + 0)
ctx    r2 = r1
fp     r2 = r10
map    r2 = map[values]
value  r2 = map[values][0]+8
maybe  *(u64 *)(r10 - 8) = 0; r1 = map[hash]; r2 = r10; r2 += -8; call bpf_map_lookup_elem; r2 = r0
-- set USE
return   r0 = r2; exit
to_value r3 = map[values][0]+0; *(u64 *)(r3 + 0) = r2
to_ctx   *(u32 *)(r6 + 48) = r2
to_stack *(u64 *)(r10 - 16) = r2
part     *(u32 *)(r10 - 16) = r2
read     *(u64 *)(r10 - 16) = r2; r3 = *(u32 *)(r10 - 16)
read8    *(u64 *)(r10 - 16) = r2; r3 = *(u8 *)(r10 - 9)
over     *(u64 *)(r10 - 16) = r2; *(u8 *)(r10 - 16) = 1
over8    *(u64 *)(r10 - 16) = r2; *(u64 *)(r10 - 16) = 1
helper   *(u64 *)(r10 - 16) = r2; r1 = map[hash]; r2 = r10; r2 += -16; call bpf_map_lookup_elem
any      r3 = r2; r1 = r2; call bpf_get_prandom_u32
mov32    w3 = w2
sext     r3 = (s32)r2
neg      r2 = -r2
swap     r2 = be32 r2
add      r2 += 4
sub      r2 -= 4
and      r2 &= -8
mul      r2 *= 2
w_sub    w2 -= 4
minus_fp r3 = r10; r3 -= r2
eq_0     if r2 == 0 goto out
eq_1     if r2 == 1 goto out
gt       if r2 > 5 goto out
eq_fp    r3 = r10; if r2 == r3 goto out
lt_w     if w2 < 5 goto out
atomic   r3 = map[values][0]+0; lock *(u64 *)(r3 + 0) += r2
-- table pointers that might leak: P USE
$P
$USE
-- expect
       return     to_value to_ctx to_stack part    read    read8  over   over8 helper           any mov32  sext   neg          swap         add          sub          and          mul          w_sub        minus_fp     eq_0   eq_1   gt     eq_fp  lt_w   atomic
number invalid@4  ok       ok     ok       ok      ok      ok     ok     ok    ok               ok  ok     ok     ok           ok           ok           ok           ok           ok           ok           arithmetic@3 ok     ok     ok     leak@3 ok     ok
ctx    invalid@4  leak@4   leak@2 ok       stack@2 stack@3 leak@3 leak@3 ok    uninitialised@7  ok  leak@2 leak@2 arithmetic@2 arithmetic@2 ok           ok           arithmetic@2 arithmetic@2 arithmetic@2 arithmetic@3 leak@2 leak@2 leak@2 leak@3 leak@2 leak@4
fp     invalid@4  leak@4   leak@2 ok       stack@2 stack@3 leak@3 leak@3 ok    uninitialised@7  ok  leak@2 leak@2 arithmetic@2 arithmetic@2 privilege@2  arithmetic@2 arithmetic@2 arithmetic@2 arithmetic@2 arithmetic@3 leak@2 leak@2 leak@2 leak@3 leak@2 leak@4
map    invalid@5  leak@5   leak@3 ok       stack@3 stack@4 leak@4 leak@4 ok    uninitialised@8  ok  leak@3 leak@3 arithmetic@3 arithmetic@3 arithmetic@3 arithmetic@3 arithmetic@3 arithmetic@3 arithmetic@3 arithmetic@4 ok     leak@3 leak@3 leak@4 leak@3 leak@5
value  invalid@5  leak@5   leak@3 ok       stack@3 stack@4 leak@4 leak@4 ok    uninitialised@8  ok  leak@3 leak@3 arithmetic@3 arithmetic@3 ok           ok           arithmetic@3 arithmetic@3 arithmetic@3 arithmetic@4 ok     leak@3 leak@3 leak@4 leak@3 leak@5
maybe  invalid@10 leak@10  leak@8 ok       stack@8 stack@9 leak@9 leak@9 ok    uninitialised@13 ok  leak@8 leak@8 arithmetic@8 arithmetic@8 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8 arithmetic@8 arithmetic@9 ok     leak@8 leak@8 leak@9 leak@8 leak@10
-- set OLD
u64       r0 = *(u64 *)(r10 - 8)
u8        r0 = *(u8 *)(r10 - 1)
partly    *(u32 *)(r10 - 8) = 0; r0 = *(u64 *)(r10 - 8)
low       *(u32 *)(r10 - 8) = 0; r0 = *(u32 *)(r10 - 8)
high      *(u32 *)(r10 - 8) = 0; r0 = *(u32 *)(r10 - 4)
key       r1 = map[hash]; r2 = r10; r2 += -8; call bpf_map_lookup_elem
key_half  *(u8 *)(r10 - 8) = 0; r1 = map[hash]; r2 = r10; r2 += -8; call bpf_map_lookup_elem
one_path  r2 = *(u32 *)(r1 + 0); if r2 == 0 goto +1; *(u64 *)(r10 - 8) = 0; r0 = *(u64 *)(r10 - 8)
var_read  *(u64 *)(r10 - 8) = 0; r2 = *(u32 *)(r1 + 0); r2 &= 7; r3 = r10; r3 += -8; r3 += r2; r0 = *(u8 *)(r3 + 0)
var_write *(u64 *)(r10 - 8) = 0; r2 = *(u32 *)(r1 + 0); r2 &= 7; r3 = r10; r3 += -8; r3 += r2; *(u8 *)(r3 + 0) = 0
load_bytes r2 = 0; r3 = r10; r3 += -16; r4 = 16; call bpf_skb_load_bytes; r0 = *(u64 *)(r10 - 16)
load_some  r4 = *(u32 *)(r1 + 0); r4 &= 15; r4 += 1; r2 = 0; r3 = r10; r3 += -16; call bpf_skb_load_bytes; r0 = *(u64 *)(r10 - 16)
-- table stack that was not written: OLD
$OLD
-- expect
u64        uninitialised@1
u8         uninitialised@1
partly     uninitialised@2
low        ok
high       uninitialised@2
key        uninitialised@5
key_half   ok
one_path   uninitialised@4
var_read   privilege@6
var_write  privilege@6
load_bytes ok
load_some  uninitialised@7
-- set IDX
and      r2 &= 31
jgt      if r2 > 40 goto out
jsgt     if r2 s> 40 goto out; if r2 s< 0 goto out
neg      r2 &= 7; r2 = -r2
const    r2 = 8
-- set IOP
+=
-=
-- table offsets of map values that are not known: IDX IOP
r2 = *(u32 *)(r1 + 0)
$IDX
r3 = map[values][0]+7
r3 $IOP r2
r0 = *(u8 *)(r3 + 0)
-- expect
      +=          -=
and   ok          bounds@5
jgt   ok          bounds@5
jsgt  ok          bounds@6
neg   privilege@6 privilege@6
const ok          bounds@5
-- set HELP
printk   r1 = r10; r1 += -8; *(u64 *)(r10 - 8) = 0; r2 = 8; call bpf_trace_printk
current  call bpf_get_current_task
random   call bpf_get_prandom_u32
tail     call bpf_ktime_get_ns
loop     r2 = 0; r2 += 1; if r2 < 10 goto -2
-- table what needs rights: HELP
$HELP
-- expect
printk  privilege@5
current privilege@1
random  ok
tail    ok
loop    ok
-- linux loop refuse: it follows the ways that a processor may go by mistake, where nothing bounds the loop
