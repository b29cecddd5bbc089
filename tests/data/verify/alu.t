Arithmetic: on every kind of pointer, on numbers, and moves.
-- type sched_cls
-- maps
values array 4 48 1
records ringbuf 0 0 4096
-- set P
scalar   r6 = *(u32 *)(r1 + 0)
ctx      r6 = r1
stack    r6 = r10
map      r6 = map[values]
value    *(u32 *)(r10 - 4) = 0; r2 = r10; r2 += -4; r1 = map[values]; call bpf_map_lookup_elem; if r0 != 0 goto +2; r0 = 0; exit; r6 = r0
maybe    *(u32 *)(r10 - 4) = 1; r2 = r10; r2 += -4; r1 = map[values]; call bpf_map_lookup_elem; r6 = r0
direct   r6 = map[values][0]+8
packet   r6 = *(u32 *)(r1 + 76)
end      r6 = *(u32 *)(r1 + 80)
meta     r6 = *(u32 *)(r1 + 140)
sock     r6 = *(u64 *)(r1 + 168); if r6 != 0 goto +2; r0 = 0; exit
maybe_sk r6 = *(u64 *)(r1 + 168)
mem      r1 = map[records]; r2 = 16; r3 = 0; call bpf_ringbuf_reserve; r6 = r0; r1 = r0; r2 = 0; if r0 == 0 goto +1; call bpf_ringbuf_discard
-- set OP
+=
-=
*=
/=
s%=
|=
&=
^=
<<=
s>>=
-- after
r0 = 0
exit
-- table a constant and each pointer: P OP
$P
r6 $OP 4
-- expect
         +=           -=           *=            /=            s%=           |=            &=            ^=            <<=           s>>=
scalar   ok           ok           ok            ok            ok            ok            ok            ok            ok            ok
ctx      ok           ok           arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1
stack    ok           arithmetic@1 arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1
map      arithmetic@2 arithmetic@2 arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
value    ok           ok           arithmetic@10 arithmetic@10 arithmetic@10 arithmetic@10 arithmetic@10 arithmetic@10 arithmetic@10 arithmetic@10
maybe    maybe-null@7 maybe-null@7 maybe-null@7  maybe-null@7  maybe-null@7  maybe-null@7  maybe-null@7  maybe-null@7  maybe-null@7  maybe-null@7
direct   ok           ok           arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
packet   ok           ok           arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1
end      arithmetic@1 arithmetic@1 arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1
meta     ok           ok           arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1
sock     arithmetic@4 arithmetic@4 arithmetic@4  arithmetic@4  arithmetic@4  arithmetic@4  arithmetic@4  arithmetic@4  arithmetic@4  arithmetic@4
maybe_sk maybe-null@1 maybe-null@1 maybe-null@1  maybe-null@1  maybe-null@1  maybe-null@1  maybe-null@1  maybe-null@1  maybe-null@1  maybe-null@1
mem      ok           ok           ok            ok            ok            ok            ok            ok            ok            ok
-- table zero and each pointer: P OP
$P
r6 $OP 0x0
-- expect
         +=           -=           *=            /=      s%=     |=            &=            ^=            <<=           s>>=
scalar   ok           ok           ok            form@1  form@1  ok            ok            ok            ok            ok
ctx      ok           ok           arithmetic@1  form@1  form@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1
stack    ok           arithmetic@1 arithmetic@1  form@1  form@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1
map      ok           arithmetic@2 arithmetic@2  form@2  form@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
value    ok           ok           arithmetic@10 form@10 form@10 arithmetic@10 arithmetic@10 arithmetic@10 arithmetic@10 arithmetic@10
maybe    maybe-null@7 maybe-null@7 maybe-null@7  form@7  form@7  maybe-null@7  maybe-null@7  maybe-null@7  maybe-null@7  maybe-null@7
direct   ok           ok           arithmetic@2  form@2  form@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
packet   ok           ok           arithmetic@1  form@1  form@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1
end      arithmetic@1 arithmetic@1 arithmetic@1  form@1  form@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1
meta     ok           ok           arithmetic@1  form@1  form@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1
sock     arithmetic@4 arithmetic@4 arithmetic@4  form@4  form@4  arithmetic@4  arithmetic@4  arithmetic@4  arithmetic@4  arithmetic@4
maybe_sk maybe-null@1 maybe-null@1 maybe-null@1  form@1  form@1  maybe-null@1  maybe-null@1  maybe-null@1  maybe-null@1  maybe-null@1
mem      ok           ok           ok            form@10 form@10 ok            ok            ok            ok            ok
-- table a constant in a register: P OP
$P
r2 = 2
r6 $OP r2
-- expect
         +=           -=           *=            /=            s%=           |=            &=            ^=            <<=           s>>=
scalar   ok           ok           ok            ok            ok            ok            ok            ok            ok            ok
ctx      ok           ok           arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
stack    ok           arithmetic@2 arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
map      arithmetic@3 arithmetic@3 arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3
value    ok           ok           arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11
maybe    maybe-null@8 maybe-null@8 maybe-null@8  maybe-null@8  maybe-null@8  maybe-null@8  maybe-null@8  maybe-null@8  maybe-null@8  maybe-null@8
direct   ok           ok           arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3
packet   ok           ok           arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
end      arithmetic@2 arithmetic@2 arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
meta     ok           ok           arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
sock     arithmetic@5 arithmetic@5 arithmetic@5  arithmetic@5  arithmetic@5  arithmetic@5  arithmetic@5  arithmetic@5  arithmetic@5  arithmetic@5
maybe_sk maybe-null@2 maybe-null@2 maybe-null@2  maybe-null@2  maybe-null@2  maybe-null@2  maybe-null@2  maybe-null@2  maybe-null@2  maybe-null@2
mem      ok           ok           ok            ok            ok            ok            ok            ok            ok            ok
-- table the pointer is the second operand: P OP
$P
r2 = 2
r2 $OP r6
-- expect
         +=           -=            *=            /=            s%=           |=            &=            ^=            <<=           s>>=
scalar   ok           ok            ok            ok            ok            ok            ok            ok            ok            ok
ctx      ok           arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
stack    ok           arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
map      arithmetic@3 arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3
value    ok           arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11
maybe    maybe-null@8 arithmetic@8  arithmetic@8  arithmetic@8  arithmetic@8  arithmetic@8  arithmetic@8  arithmetic@8  arithmetic@8  arithmetic@8
direct   ok           arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3
packet   ok           arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
end      arithmetic@2 arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
meta     ok           arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
sock     arithmetic@5 arithmetic@5  arithmetic@5  arithmetic@5  arithmetic@5  arithmetic@5  arithmetic@5  arithmetic@5  arithmetic@5  arithmetic@5
maybe_sk maybe-null@2 arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
mem      ok           ok            ok            ok            ok            ok            ok            ok            ok            ok
-- table 32 bits of a pointer: P OP
$P
w6 $OP 4
-- expect
         +=            -= *=            /=            s%=           |=            &=            ^=            <<=           s>>=
scalar   ok            ok ok            ok            ok            ok            ok            ok            ok            ok
ctx      arithmetic@1  ok arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1
stack    arithmetic@1  ok arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1
map      arithmetic@2  ok arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
value    arithmetic@10 ok arithmetic@10 arithmetic@10 arithmetic@10 arithmetic@10 arithmetic@10 arithmetic@10 arithmetic@10 arithmetic@10
maybe    arithmetic@7  ok arithmetic@7  arithmetic@7  arithmetic@7  arithmetic@7  arithmetic@7  arithmetic@7  arithmetic@7  arithmetic@7
direct   arithmetic@2  ok arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
packet   arithmetic@1  ok arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1
end      arithmetic@1  ok arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1
meta     arithmetic@1  ok arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1
sock     arithmetic@4  ok arithmetic@4  arithmetic@4  arithmetic@4  arithmetic@4  arithmetic@4  arithmetic@4  arithmetic@4  arithmetic@4
maybe_sk arithmetic@1  ok arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1
mem      ok            ok ok            ok            ok            ok            ok            ok            ok            ok
-- table 32 bits, the pointer is the second operand: P OP
$P
r2 = 2
w2 $OP w6
-- expect
         +=            -= *=            /=            s%=           |=            &=            ^=            <<=           s>>=
scalar   ok            ok ok            ok            ok            ok            ok            ok            ok            ok
ctx      arithmetic@2  ok arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
stack    arithmetic@2  ok arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
map      arithmetic@3  ok arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3
value    arithmetic@11 ok arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11
maybe    arithmetic@8  ok arithmetic@8  arithmetic@8  arithmetic@8  arithmetic@8  arithmetic@8  arithmetic@8  arithmetic@8  arithmetic@8
direct   arithmetic@3  ok arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3
packet   arithmetic@2  ok arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
end      arithmetic@2  ok arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
meta     arithmetic@2  ok arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
sock     arithmetic@5  ok arithmetic@5  arithmetic@5  arithmetic@5  arithmetic@5  arithmetic@5  arithmetic@5  arithmetic@5  arithmetic@5
maybe_sk arithmetic@2  ok arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
mem      ok            ok ok            ok            ok            ok            ok            ok            ok            ok
-- table a pointer and itself: P OP
$P
r6 $OP r6
-- expect
         +=            -= *=            /=            s%=           |=            &=            ^=            <<=           s>>=
scalar   ok            ok ok            ok            ok            ok            ok            ok            ok            ok
ctx      arithmetic@1  ok arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1
stack    arithmetic@1  ok arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1
map      arithmetic@2  ok arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
value    arithmetic@10 ok arithmetic@10 arithmetic@10 arithmetic@10 arithmetic@10 arithmetic@10 arithmetic@10 arithmetic@10 arithmetic@10
maybe    arithmetic@7  ok arithmetic@7  arithmetic@7  arithmetic@7  arithmetic@7  arithmetic@7  arithmetic@7  arithmetic@7  arithmetic@7
direct   arithmetic@2  ok arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
packet   arithmetic@1  ok arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1
end      arithmetic@1  ok arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1
meta     arithmetic@1  ok arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1
sock     arithmetic@4  ok arithmetic@4  arithmetic@4  arithmetic@4  arithmetic@4  arithmetic@4  arithmetic@4  arithmetic@4  arithmetic@4
maybe_sk arithmetic@1  ok arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1  arithmetic@1
mem      ok            ok ok            ok            ok            ok            ok            ok            ok            ok
-- table a pointer and the frame's: P OP
$P
r2 = r10
r6 $OP r2
-- expect
         +=            -=            *=            /=            s%=           |=            &=            ^=            <<=           s>>=
scalar   ok            arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
ctx      arithmetic@2  ok            arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
stack    arithmetic@2  ok            arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
map      arithmetic@3  ok            arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3
value    arithmetic@11 ok            arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11
maybe    arithmetic@8  ok            arithmetic@8  arithmetic@8  arithmetic@8  arithmetic@8  arithmetic@8  arithmetic@8  arithmetic@8  arithmetic@8
direct   arithmetic@3  ok            arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3  arithmetic@3
packet   arithmetic@2  ok            arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
end      arithmetic@2  ok            arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
meta     arithmetic@2  ok            arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
sock     arithmetic@5  ok            arithmetic@5  arithmetic@5  arithmetic@5  arithmetic@5  arithmetic@5  arithmetic@5  arithmetic@5  arithmetic@5
maybe_sk arithmetic@2  ok            arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2  arithmetic@2
mem      arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11 arithmetic@11
-- set ONE
move       r0 = r6
move32     w0 = w6
sign8      r0 = (s8)r6
sign32     r0 = (s32)r6
sign8_32   w0 = (s8)w6
neg        r6 = -r6
neg32      w6 = -w6
bswap      r6 = bswap32 r6
be16       r6 = be16 r6
le64       r6 = le64 r6
-- table one operand: P ONE
$P
$ONE
-- expect
         move move32 sign8 sign32 sign8_32 neg neg32 bswap be16 le64
scalar   ok   ok     ok    ok     ok       ok  ok    ok    ok   ok
ctx      ok   ok     ok    ok     ok       ok  ok    ok    ok   ok
stack    ok   ok     ok    ok     ok       ok  ok    ok    ok   ok
map      ok   ok     ok    ok     ok       ok  ok    ok    ok   ok
value    ok   ok     ok    ok     ok       ok  ok    ok    ok   ok
maybe    ok   ok     ok    ok     ok       ok  ok    ok    ok   ok
direct   ok   ok     ok    ok     ok       ok  ok    ok    ok   ok
packet   ok   ok     ok    ok     ok       ok  ok    ok    ok   ok
end      ok   ok     ok    ok     ok       ok  ok    ok    ok   ok
meta     ok   ok     ok    ok     ok       ok  ok    ok    ok   ok
sock     ok   ok     ok    ok     ok       ok  ok    ok    ok   ok
maybe_sk ok   ok     ok    ok     ok       ok  ok    ok    ok   ok
mem      ok   ok     ok    ok     ok       ok  ok    ok    ok   ok
-- set N
0        r2 = 0
1        r2 = 1
-1       r2 = -1
max      r2 = 536870911
limit    r2 = 536870912
-max     r2 = -536870911
-limit   r2 = -536870912
huge     r2 = 0x100000000 ll
min64    r2 = 0x8000000000000000 ll
byte     r2 = *(u8 *)(r10 - 8)
word     r2 = *(u32 *)(r10 - 8)
any      r2 = *(u64 *)(r10 - 8)
signed   r2 = *(s32 *)(r10 - 8)
positive r2 = *(u64 *)(r10 - 8); r2 >>= 1
small    r2 = *(u64 *)(r10 - 8); r2 &= 536870911
below    r2 = *(u64 *)(r10 - 8); r2 |= -256
-- set PV
ctx      r6 = r1
stack    r6 = r10
value    r6 = map[values][0]+8
packet   r6 = *(u32 *)(r1 + 76)
-- before
*(u64 *)(r10 - 8) = 1
-- table numbers that are added: N PV
$PV
$N
r6 += r2
-- expect
         ctx          stack        value        packet
0        ok           ok           ok           ok
1        ok           ok           ok           ok
-1       ok           ok           ok           ok
max      ok           ok           arithmetic@4 ok
limit    arithmetic@3 arithmetic@3 arithmetic@4 arithmetic@3
-max     ok           ok           ok           ok
-limit   arithmetic@3 arithmetic@3 arithmetic@4 arithmetic@3
huge     arithmetic@4 arithmetic@4 arithmetic@5 arithmetic@4
min64    arithmetic@4 arithmetic@4 arithmetic@5 arithmetic@4
byte     ok           ok           ok           ok
word     ok           ok           ok           ok
any      ok           ok           ok           ok
signed   ok           ok           ok           ok
positive ok           ok           ok           ok
small    ok           ok           ok           ok
below    ok           ok           ok           ok
-- table numbers that are taken away: N PV
$PV
$N
r6 -= r2
-- expect
         ctx          stack        value        packet
0        ok           arithmetic@3 ok           ok
1        ok           arithmetic@3 ok           ok
-1       ok           arithmetic@3 ok           ok
max      ok           arithmetic@3 ok           ok
limit    arithmetic@3 arithmetic@3 arithmetic@4 arithmetic@3
-max     ok           arithmetic@3 arithmetic@4 ok
-limit   arithmetic@3 arithmetic@3 arithmetic@4 arithmetic@3
huge     arithmetic@4 arithmetic@4 arithmetic@5 arithmetic@4
min64    arithmetic@4 arithmetic@4 arithmetic@5 arithmetic@4
byte     ok           arithmetic@3 ok           ok
word     ok           arithmetic@3 ok           ok
any      ok           arithmetic@3 ok           ok
signed   ok           arithmetic@3 ok           ok
positive ok           arithmetic@4 ok           ok
small    ok           arithmetic@4 ok           ok
below    ok           arithmetic@4 ok           ok
-- table numbers to which a pointer is added: N PV
$PV
$N
r2 += r6
-- expect
         ctx          stack        value        packet
0        ok           ok           ok           ok
1        ok           ok           ok           ok
-1       ok           ok           ok           ok
max      ok           ok           arithmetic@4 ok
limit    arithmetic@3 arithmetic@3 arithmetic@4 arithmetic@3
-max     ok           ok           ok           ok
-limit   arithmetic@3 arithmetic@3 arithmetic@4 arithmetic@3
huge     arithmetic@4 arithmetic@4 arithmetic@5 arithmetic@4
min64    arithmetic@4 arithmetic@4 arithmetic@5 arithmetic@4
byte     ok           ok           ok           ok
word     ok           ok           ok           ok
any      ok           ok           ok           ok
signed   ok           ok           ok           ok
positive ok           ok           ok           ok
small    ok           ok           ok           ok
below    ok           ok           ok           ok
-- table added twice: N PV
$PV
$N
r6 += r2
r6 += r2
-- expect
         ctx          stack        value        packet
0        ok           ok           ok           ok
1        ok           ok           ok           ok
-1       ok           ok           ok           ok
max      arithmetic@4 arithmetic@4 arithmetic@4 arithmetic@4
limit    arithmetic@3 arithmetic@3 arithmetic@4 arithmetic@3
-max     arithmetic@4 arithmetic@4 arithmetic@5 arithmetic@4
-limit   arithmetic@3 arithmetic@3 arithmetic@4 arithmetic@3
huge     arithmetic@4 arithmetic@4 arithmetic@5 arithmetic@4
min64    arithmetic@4 arithmetic@4 arithmetic@5 arithmetic@4
byte     ok           ok           ok           ok
word     ok           ok           ok           ok
any      ok           ok           ok           ok
signed   ok           ok           ok           ok
positive ok           ok           ok           ok
small    ok           ok           ok           ok
below    ok           ok           ok           ok
-- before
-- after
-- set R
r0
r1
r5
r6
r9
r10
-- set USE
read     r0 = $R
write    $R = 0
add      $R += 1
add_to   r0 = 0; r0 += $R
neg      $R = -$R
wide     $R = 5 ll
load     $R = *(u32 *)(r1 + 0)
compare  if $R == 0 goto +0
compare2 if r1 == $R goto +0
store    *(u64 *)(r10 - 8) = $R
address  r0 = *(u64 *)($R - 8)
-- table each register used at the start: R USE
$USE
r0 = 0
exit
-- expect
    read         write           add             add_to       neg             wide            load            compare      compare2     store        address
r0  unreadable@0 ok              unreadable@0    ok           unreadable@0    ok              ok              unreadable@0 unreadable@0 unreadable@0 unreadable@0
r1  ok           ok              ok              ok           ok              ok              ok              ok           ok           ok           context@0
r5  unreadable@0 ok              unreadable@0    unreadable@1 unreadable@0    ok              ok              unreadable@0 unreadable@0 unreadable@0 unreadable@0
r6  unreadable@0 ok              unreadable@0    unreadable@1 unreadable@0    ok              ok              unreadable@0 unreadable@0 unreadable@0 unreadable@0
r9  unreadable@0 ok              unreadable@0    unreadable@1 unreadable@0    ok              ok              unreadable@0 unreadable@0 unreadable@0 unreadable@0
r10 ok           frame-pointer@0 frame-pointer@0 ok           frame-pointer@0 frame-pointer@0 frame-pointer@0 ok           ok           ok           ok
