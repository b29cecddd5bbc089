Loops: counted ones, endless ones, and those whose end cannot be seen.
-- type socket_filter
-- maps
values array 4 48 1
-- after
out: r0 = 0
exit
-- set STEP
+1     r6 += 1
+0     r6 += 0
+2     r6 += 2
-1     r6 += -1
w+1    w6 += 1
*2     r6 *= 2
<<1    r6 <<= 1
+7&15  r6 += 7; r6 &= 15
none   r7 = r6
^1     r6 ^= 1
-- set WHILE
<10    if r6 < 10 goto again
<=10   if r6 <= 10 goto again
!=10   if r6 != 10 goto again
s<10   if r6 s< 10 goto again
w<10   if w6 < 10 goto again
>0     if r6 > 0 goto again
<1000  if r6 < 1000 goto again
==1    if r6 == 1 goto again
&8     if r6 & 8 goto again
-- table from 1: STEP WHILE
r6 = 1
again: r5 = 0
$STEP
$WHILE
-- expect
      <10    <=10   !=10     s<10     w<10   >0       <1000  ==1    &8
+1    ok     ok     ok       ok       ok     budget@1 ok     ok     ok
+0    loop@1 loop@1 loop@1   loop@1   loop@1 loop@1   loop@1 loop@1 ok
+2    ok     ok     budget@1 ok       ok     budget@1 ok     ok     ok
-1    ok     ok     budget@1 budget@1 ok     ok       ok     ok     ok
w+1   ok     ok     ok       ok       ok     budget@1 ok     ok     ok
*2    ok     ok     loop@1   ok       ok     ok       ok     ok     ok
<<1   ok     ok     loop@1   ok       ok     ok       ok     ok     ok
+7&15 ok     ok     ok       ok       ok     ok       loop@1 ok     ok
none  loop@1 loop@1 loop@1   loop@1   loop@1 loop@1   loop@1 loop@1 ok
^1    loop@1 loop@1 loop@1   loop@1   loop@1 ok       loop@1 ok     ok
-- table from any number: STEP WHILE
r6 = *(u32 *)(r1 + 0)
again: r5 = 0
$STEP
$WHILE
-- expect
      <10    <=10   !=10     s<10     w<10   >0       <1000  ==1    &8
+1    ok     ok     budget@2 ok       ok     budget@1 ok     ok     budget@5
+0    loop@3 loop@3 loop@3   loop@3   loop@3 loop@3   loop@3 loop@3 loop@3
+2    ok     ok     budget@3 ok       ok     budget@1 ok     ok     budget@5
-1    ok     ok     budget@5 budget@2 ok     budget@5 ok     ok     budget@5
w+1   ok     ok     loop@3   ok       ok     loop@3   ok     ok     loop@3
*2    loop@1 loop@1 loop@1   loop@1   loop@1 ok       loop@1 ok     ok
<<1   loop@1 loop@1 loop@1   loop@1   loop@1 ok       loop@1 ok     ok
+7&15 loop@1 loop@1 loop@1   loop@1   loop@1 loop@1   loop@1 ok     loop@1
none  loop@3 loop@3 loop@3   loop@3   loop@3 loop@3   loop@3 loop@3 loop@3
^1    loop@3 loop@3 loop@3   loop@3   loop@3 loop@3   loop@3 ok     loop@3
-- set CALLS
const    r7 = 10
bounded  call bpf_get_prandom_u32; r7 = r0; if r7 > 100 goto out
masked   call bpf_get_prandom_u32; r7 = r0; r7 &= 63
-- set BODY
nothing   r5 = 0
index     r5 = map[values][0]+0; r5 += r6; *(u8 *)(r5 + 0) = 1
checked   if r6 > 40 goto out; r5 = map[values][0]+0; r5 += r6; *(u8 *)(r5 + 0) = 1
stack     r5 = r10; r5 -= r6; *(u8 *)(r5 - 1) = 0
call      call bpf_ktime_get_ns
branch    call bpf_get_prandom_u32; if r0 > 5 goto +1; r8 += 1
sum       r8 += r6
spill     *(u64 *)(r10 - 8) = r6; r6 = *(u64 *)(r10 - 8)
-- table up to a limit: CALLS BODY
r8 = 0
$CALLS
r6 = 0
again: if r6 >= r7 goto out
$BODY
r6 += 1
goto again
-- expect
        nothing index    checked stack        call branch sum spill
const   ok      ok       ok      arithmetic@5 ok   ok     ok  ok
bounded ok      bounds@9 ok      arithmetic@7 ok   ok     ok  ok
masked  ok      bounds@9 ok      arithmetic@7 ok   ok     ok  ok
-- table down to zero: CALLS BODY
r8 = 0
$CALLS
r6 = r7
again: if r6 == 0 goto out
$BODY
r6 -= 1
goto again
-- expect
        nothing index    checked stack        call branch sum spill
const   ok      ok       ok      arithmetic@5 ok   ok     ok  ok
bounded ok      bounds@9 ok      arithmetic@7 ok   ok     ok  ok
masked  ok      bounds@9 ok      arithmetic@7 ok   ok     ok  ok
-- case up to a number that is not known
call bpf_get_prandom_u32
r7 = r0
r6 = 0
again: r6 += 1
if r6 < r7 goto again
-- refuse budget @4
-- case a loop in a loop
r6 = 0
a: r7 = 0
b: r7 += 1
if r7 < 20 goto b
r6 += 1
if r6 < 20 goto a
-- accept
-- case a loop that waits for a packet byte
again: call bpf_get_prandom_u32
if r0 != 5 goto again
-- refuse loop @0
-- case a loop that waits, and counts
r6 = 0
again: call bpf_get_prandom_u32
r6 += 1
if r6 > 100 goto out
if r0 != 5 goto again
-- accept
-- case a loop on the stack
*(u64 *)(r10 - 8) = 0
again: r6 = *(u64 *)(r10 - 8)
r6 += 1
*(u64 *)(r10 - 8) = r6
if r6 < 10 goto again
-- accept
-- case a loop on the stack that forgets
*(u64 *)(r10 - 8) = 0
again: r6 = *(u64 *)(r10 - 8)
r6 += 1
*(u8 *)(r10 - 8) = r6
if r6 < 10 goto again
-- refuse loop @1
-- case a million instructions
r6 = 0
again: r6 += 1
if r6 < 490000 goto again
-- accept
-- case more than a million instructions
r6 = 0
again: r6 += 1
if r6 < 510000 goto again
-- refuse budget @2
-- case paths that double
r6 = 0
again: call bpf_get_prandom_u32
if r0 > 5 goto +1
r6 += 1
r7 += 0
goto out
-- refuse unreadable @4
-- case a sum of coin tosses
r6 = 0
r7 = 0
again: call bpf_get_prandom_u32
if r0 > 5 goto +1
r6 += 1
r7 += 1
if r7 < 30 goto again
-- accept
-- case a sum of coin tosses that is used
r6 = 0
r7 = 0
again: call bpf_get_prandom_u32
if r0 > 5 goto +1
r6 += 1
r7 += 1
if r7 < 30 goto again
r5 = map[values][0]+0
r5 += r6
r0 = *(u8 *)(r5 + 0)
-- accept
-- linux refuse: its budget ends, since it keeps states apart that differ in what cannot matter
-- case a function that loops
r6 = 0
again: r1 = r6
call f
r6 += 1
if r6 < 10 goto again
r0 = 0
exit
f: r0 = 0
g: r0 += 1
if r0 < 10 goto g
exit
-- refuse invalid @11
-- case jumps over jumps
r6 = 5
if r6 > 3 goto +1
goto out
if r6 > 4 goto +1
goto out
r0 = 0
-- accept
-- case may_goto
r6 = 0
again: r5 = 0
raw e5 00 01 00 00 00 00 00
goto +2
r6 += 1
goto again
-- refuse budget @2
