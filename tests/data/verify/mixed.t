One instruction that touches memory of two kinds, on two paths.
-- type sched_cls
-- maps
values hash 4 48 8
-- before
r6 = r1
*(u64 *)(r10 - 8) = 1
*(u64 *)(r10 - 16) = 1
-- set ONE
ctx    r7 = r6
stack  r7 = r10; r7 += -16
value  r1 = map[values]; r2 = r10; r2 += -8; call bpf_map_lookup_elem; if r0 == 0 goto out; r7 = r0
packet r1 = *(u32 *)(r6 + 80); r7 = *(u32 *)(r6 + 76); r2 = r7; r2 += 24; if r2 > r1 goto out
sk     r7 = *(u64 *)(r6 + 168); if r7 == 0 goto out
full   r1 = *(u64 *)(r6 + 168); if r1 == 0 goto out; call bpf_sk_fullsock; if r0 == 0 goto out; r7 = r0
map    r7 = map[values]
-- set OTHER
ctx    r7 = r6
stack  r7 = r10; r7 += -16
value  r1 = map[values]; r2 = r10; r2 += -8; call bpf_map_lookup_elem; if r0 == 0 goto out; r7 = r0
packet r1 = *(u32 *)(r6 + 80); r7 = *(u32 *)(r6 + 76); r2 = r7; r2 += 24; if r2 > r1 goto out
sk     r7 = *(u64 *)(r6 + 168); if r7 == 0 goto out
full   r1 = *(u64 *)(r6 + 168); if r1 == 0 goto out; call bpf_sk_fullsock; if r0 == 0 goto out; r7 = r0
map    r7 = map[values]
-- set TOUCH
load   r1 = *(u32 *)(r7 + 4)
over   r7 = *(u32 *)(r7 + 4)
store  *(u32 *)(r7 + 8) = 1
stx    r1 = 1; *(u32 *)(r7 + 8) = r1
atomic r1 = 1; lock *(u32 *)(r7 + 8) += r1
-- table two kinds of memory: ONE OTHER TOUCH
call bpf_get_prandom_u32
if r0 == 0 goto other
$ONE
goto touch
other: $OTHER
touch: $TOUCH
out: r0 = 0
exit
-- expect
              load     over     store        stx          atomic
ctx/ctx       ok       ok       ok           ok           not-a-pointer@9
ctx/stack     mixed@9  mixed@9  mixed@9      mixed@10     not-a-pointer@10
ctx/value     mixed@14 mixed@14 mixed@14     mixed@15     not-a-pointer@15
ctx/packet    mixed@12 mixed@12 mixed@12     mixed@13     not-a-pointer@13
ctx/sk        mixed@9  mixed@9  context@9    context@10   not-a-pointer@10
ctx/full      mixed@12 mixed@12 context@12   context@13   not-a-pointer@13
ctx/map       mixed@9  mixed@9  read-only@9  read-only@10 not-a-pointer@10
stack/ctx     mixed@9  mixed@9  mixed@9      mixed@10     not-a-pointer@10
stack/stack   ok       ok       ok           ok           ok
stack/value   ok       ok       ok           ok           ok
stack/packet  ok       ok       ok           ok           not-a-pointer@14
stack/sk      mixed@10 mixed@10 context@10   context@11   not-a-pointer@11
stack/full    mixed@13 mixed@13 context@13   context@14   not-a-pointer@14
stack/map     ok       ok       read-only@10 read-only@11 read-only@11
value/ctx     mixed@14 mixed@14 mixed@14     mixed@15     not-a-pointer@15
value/stack   ok       ok       ok           ok           ok
value/value   ok       ok       ok           ok           ok
value/packet  ok       ok       ok           ok           not-a-pointer@19
value/sk      mixed@15 mixed@15 context@15   context@16   not-a-pointer@16
value/full    mixed@18 mixed@18 context@18   context@19   not-a-pointer@19
value/map     ok       ok       read-only@15 read-only@16 read-only@16
packet/ctx    mixed@12 mixed@12 mixed@12     mixed@13     not-a-pointer@13
packet/stack  ok       ok       ok           ok           not-a-pointer@14
packet/value  ok       ok       ok           ok           not-a-pointer@19
packet/packet ok       ok       ok           ok           not-a-pointer@17
packet/sk     mixed@13 mixed@13 context@13   context@14   not-a-pointer@14
packet/full   mixed@16 mixed@16 context@16   context@17   not-a-pointer@17
packet/map    ok       ok       read-only@13 read-only@14 not-a-pointer@14
sk/ctx        mixed@9  mixed@9  context@9    context@10   not-a-pointer@10
sk/stack      mixed@10 mixed@10 context@10   context@11   not-a-pointer@11
sk/value      mixed@15 mixed@15 context@15   context@16   not-a-pointer@16
sk/packet     mixed@13 mixed@13 context@13   context@14   not-a-pointer@14
sk/sk         ok       ok       context@10   context@11   not-a-pointer@11
sk/full       mixed@13 mixed@13 context@13   context@14   not-a-pointer@14
sk/map        mixed@10 mixed@10 context@10   context@11   not-a-pointer@11
full/ctx      mixed@12 mixed@12 context@12   context@13   not-a-pointer@13
full/stack    mixed@13 mixed@13 context@13   context@14   not-a-pointer@14
full/value    mixed@18 mixed@18 context@18   context@19   not-a-pointer@19
full/packet   mixed@16 mixed@16 context@16   context@17   not-a-pointer@17
full/sk       mixed@13 mixed@13 context@13   context@14   not-a-pointer@14
full/full     ok       ok       context@16   context@17   not-a-pointer@17
full/map      mixed@13 mixed@13 context@13   context@14   not-a-pointer@14
map/ctx       mixed@9  mixed@9  read-only@9  read-only@10 read-only@10
map/stack     ok       ok       read-only@10 read-only@11 read-only@11
map/value     ok       ok       read-only@15 read-only@16 read-only@16
map/packet    ok       ok       read-only@13 read-only@14 read-only@14
map/sk        mixed@10 mixed@10 read-only@10 read-only@11 read-only@11
map/full      mixed@13 mixed@13 read-only@13 read-only@14 read-only@14
map/map       ok       ok       read-only@10 read-only@11 read-only@11
-- set POINTER
ctx    r7 = r6
value  r1 = map[values]; r2 = r10; r2 += -8; call bpf_map_lookup_elem; if r0 == 0 goto out; r7 = r0
stack  r7 = r10
map    r7 = map[values]
packet r7 = *(u32 *)(r6 + 76)
-- set TEST
w_jeq  if w7 == 0 goto bad
w_jne  if w7 != 0 goto out; goto bad
w_reg  r5 = 0; if w5 == w7 goto bad
jeq    if r7 == 0 goto bad
jne    if r7 != 0 goto out; goto bad
jge    if r7 >= 0 goto out; goto bad
jlt    if r7 < 0 goto bad
-- table the low half of an address may be 0: POINTER TEST
$POINTER
$TEST
out: r0 = 0
exit
bad: r0 = *(u64 *)(r9 + 0)
exit
-- expect
       w_jeq         w_jne         w_reg         jeq          jne          jge           jlt
ctx    unreadable@7  unreadable@8  unreadable@8  unreadable@7 unreadable@8 unreadable@8  unreadable@7
value  unreadable@13 unreadable@14 unreadable@14 ok           ok           unreadable@14 unreadable@13
stack  unreadable@7  unreadable@8  unreadable@8  unreadable@7 unreadable@8 unreadable@8  unreadable@7
map    unreadable@8  unreadable@9  unreadable@9  ok           ok           unreadable@9  unreadable@8
packet unreadable@7  unreadable@8  unreadable@8  unreadable@7 unreadable@8 unreadable@8  unreadable@7
-- linux value w_jeq accept: the low 32 bits of an address are taken for all of it
-- linux value w_jne accept: the low 32 bits of an address are taken for all of it
-- linux value w_reg accept: the low 32 bits of an address are taken for all of it
-- linux map w_jeq accept: the low 32 bits of an address are taken for all of it
-- linux map w_jne accept: the low 32 bits of an address are taken for all of it
-- linux map w_reg accept: the low 32 bits of an address are taken for all of it
