Branches: what a comparison tells of both operands, of copies, and which ways are never gone.
-- type socket_filter
-- maps
values array 4 48 1
ro array 4 16 1 rdonly_prog frozen=05000000ffffffff0807060504030201
rw array 4 16 1 frozen=05000000ffffffff0807060504030201
wo array 4 16 1 wronly_prog
-- before
r7 = map[values][0]+0
r6 = *(u64 *)(r7 + 0)
r8 = *(u64 *)(r7 + 8)
-- after
out: r0 = 0
exit
-- set CMP
==
!=
>
>=
<
<=
s>
s>=
s<
s<=
&
-- set BY
0    0
1    1
8    8
40   40
41   41
-1   -1
-8   -8
-- set WAY
taken       if r6 $CMP $BY goto +1; goto out
not         if r6 $CMP $BY goto out
taken_w     if w6 $CMP $BY goto +1; goto out; w6 = w6
not_w       if w6 $CMP $BY goto out; w6 = w6
taken_ws    if w6 $CMP $BY goto +1; goto out; r6 = (s32)r6
-- table what each comparison proves of an index: WAY CMP BY
$WAY
r7 += r6
r0 = *(u8 *)(r7 + 0)
-- expect
             0            1            8            40           41           -1           -8
taken/==     ok           ok           ok           ok           ok           bounds@7     bounds@7
taken/!=     arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6
taken/>      arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6 ok           bounds@7
taken/>=     arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6 bounds@7     bounds@7
taken/<      ok           ok           ok           ok           ok           arithmetic@6 arithmetic@6
taken/<=     ok           ok           ok           ok           ok           arithmetic@6 arithmetic@6
taken/s>     bounds@7     bounds@7     bounds@7     bounds@7     bounds@7     bounds@7     bounds@7
taken/s>=    bounds@7     bounds@7     bounds@7     bounds@7     bounds@7     bounds@7     bounds@7
taken/s<     arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6
taken/s<=    arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6
taken/&      ok           arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6
not/==       arithmetic@5 arithmetic@5 arithmetic@5 arithmetic@5 arithmetic@5 arithmetic@5 arithmetic@5
not/!=       ok           ok           ok           ok           ok           bounds@6     bounds@6
not/>        ok           ok           ok           ok           ok           arithmetic@5 arithmetic@5
not/>=       ok           ok           ok           ok           ok           arithmetic@5 arithmetic@5
not/<        arithmetic@5 arithmetic@5 arithmetic@5 arithmetic@5 arithmetic@5 bounds@6     bounds@6
not/<=       arithmetic@5 arithmetic@5 arithmetic@5 arithmetic@5 arithmetic@5 ok           bounds@6
not/s>       arithmetic@5 arithmetic@5 arithmetic@5 arithmetic@5 arithmetic@5 arithmetic@5 arithmetic@5
not/s>=      arithmetic@5 arithmetic@5 arithmetic@5 arithmetic@5 arithmetic@5 arithmetic@5 arithmetic@5
not/s<       bounds@6     bounds@6     bounds@6     bounds@6     bounds@6     bounds@6     bounds@6
not/s<=      bounds@6     bounds@6     bounds@6     bounds@6     bounds@6     bounds@6     bounds@6
not/&        arithmetic@5 arithmetic@5 arithmetic@5 arithmetic@5 arithmetic@5 ok           ok
taken_w/==   ok           ok           ok           ok           ok           arithmetic@7 arithmetic@7
taken_w/!=   bounds@8     bounds@8     bounds@8     bounds@8     bounds@8     bounds@8     bounds@8
taken_w/>    bounds@8     bounds@8     bounds@8     bounds@8     bounds@8     ok           arithmetic@7
taken_w/>=   bounds@8     bounds@8     bounds@8     bounds@8     bounds@8     arithmetic@7 arithmetic@7
taken_w/<    ok           ok           ok           ok           ok           bounds@8     bounds@8
taken_w/<=   ok           ok           ok           ok           ok           bounds@8     bounds@8
taken_w/s>   bounds@8     bounds@8     bounds@8     bounds@8     bounds@8     bounds@8     bounds@8
taken_w/s>=  bounds@8     bounds@8     bounds@8     bounds@8     bounds@8     bounds@8     bounds@8
taken_w/s<   arithmetic@7 bounds@8     bounds@8     bounds@8     bounds@8     arithmetic@7 arithmetic@7
taken_w/s<=  bounds@8     bounds@8     bounds@8     bounds@8     bounds@8     arithmetic@7 arithmetic@7
taken_w/&    ok           bounds@8     bounds@8     bounds@8     bounds@8     bounds@8     bounds@8
not_w/==     bounds@7     bounds@7     bounds@7     bounds@7     bounds@7     bounds@7     bounds@7
not_w/!=     ok           ok           ok           ok           ok           arithmetic@6 arithmetic@6
not_w/>      ok           ok           ok           ok           ok           bounds@7     bounds@7
not_w/>=     ok           ok           ok           ok           ok           bounds@7     bounds@7
not_w/<      bounds@7     bounds@7     bounds@7     bounds@7     bounds@7     arithmetic@6 arithmetic@6
not_w/<=     bounds@7     bounds@7     bounds@7     bounds@7     bounds@7     ok           arithmetic@6
not_w/s>     bounds@7     bounds@7     bounds@7     bounds@7     bounds@7     arithmetic@6 arithmetic@6
not_w/s>=    arithmetic@6 bounds@7     bounds@7     bounds@7     bounds@7     arithmetic@6 arithmetic@6
not_w/s<     bounds@7     bounds@7     bounds@7     bounds@7     bounds@7     bounds@7     bounds@7
not_w/s<=    bounds@7     bounds@7     bounds@7     bounds@7     bounds@7     bounds@7     bounds@7
not_w/&      bounds@7     bounds@7     bounds@7     bounds@7     bounds@7     ok           ok
taken_ws/==  arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7
taken_ws/!=  arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7
taken_ws/>   arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 ok           arithmetic@7
taken_ws/>=  arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7
taken_ws/<   ok           arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7
taken_ws/<=  arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7
taken_ws/s>  arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7
taken_ws/s>= arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7
taken_ws/s<  arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7
taken_ws/s<= arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7
taken_ws/&   ok           arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7 arithmetic@7
-- set PRE
u64     r6 = r6
u32     w6 = w6
s32     r6 = (s32)r6
u8      r6 &= 255
s8      r6 = (s8)r6
0_40    if r6 > 40 goto out
8_40    if r6 < 8 goto out; if r6 > 40 goto out
-8_40   if r6 s< -8 goto out; if r6 s> 40 goto out
-- table which ways are decided: PRE CMP BY
$PRE
if r6 $CMP $BY goto +1
goto out
if r6 $CMP $BY goto out
r0 = *(u32 *)(r9 + 0)
-- expect
          0  1            8            40           41           -1           -8
u64/==    ok ok           ok           ok           ok           ok           ok
u64/!=    ok unreadable@8 unreadable@8 unreadable@8 unreadable@8 ok           unreadable@8
u64/>     ok ok           ok           ok           ok           ok           ok
u64/>=    ok ok           ok           ok           ok           ok           ok
u64/<     ok ok           ok           ok           ok           ok           ok
u64/<=    ok ok           ok           ok           ok           ok           ok
u64/s>    ok ok           ok           ok           ok           ok           ok
u64/s>=   ok ok           ok           ok           ok           ok           ok
u64/s<    ok ok           ok           ok           ok           ok           ok
u64/s<=   ok ok           ok           ok           ok           ok           ok
u64/&     ok ok           ok           unreadable@8 unreadable@8 unreadable@8 unreadable@8
u32/==    ok ok           ok           ok           ok           ok           ok
u32/!=    ok unreadable@8 unreadable@8 unreadable@8 unreadable@8 ok           ok
u32/>     ok ok           ok           ok           ok           ok           ok
u32/>=    ok ok           ok           ok           ok           ok           ok
u32/<     ok ok           ok           ok           ok           ok           ok
u32/<=    ok ok           ok           ok           ok           ok           ok
u32/s>    ok ok           ok           ok           ok           ok           ok
u32/s>=   ok ok           ok           ok           ok           ok           ok
u32/s<    ok ok           ok           ok           ok           ok           ok
u32/s<=   ok ok           ok           ok           ok           ok           ok
u32/&     ok ok           ok           unreadable@8 unreadable@8 unreadable@8 unreadable@8
s32/==    ok ok           ok           ok           ok           ok           ok
s32/!=    ok unreadable@8 unreadable@8 unreadable@8 unreadable@8 ok           unreadable@8
s32/>     ok ok           ok           ok           ok           ok           ok
s32/>=    ok ok           ok           ok           ok           ok           ok
s32/<     ok ok           ok           ok           ok           ok           ok
s32/<=    ok ok           ok           ok           ok           ok           ok
s32/s>    ok ok           ok           ok           ok           ok           ok
s32/s>=   ok ok           ok           ok           ok           ok           ok
s32/s<    ok ok           ok           ok           ok           ok           ok
s32/s<=   ok ok           ok           ok           ok           ok           ok
s32/&     ok ok           ok           unreadable@8 unreadable@8 unreadable@8 unreadable@8
u8/==     ok ok           ok           ok           ok           ok           ok
u8/!=     ok unreadable@8 unreadable@8 unreadable@8 unreadable@8 ok           ok
u8/>      ok ok           ok           ok           ok           ok           ok
u8/>=     ok ok           ok           ok           ok           ok           ok
u8/<      ok ok           ok           ok           ok           ok           ok
u8/<=     ok ok           ok           ok           ok           ok           ok
u8/s>     ok ok           ok           ok           ok           ok           ok
u8/s>=    ok ok           ok           ok           ok           ok           ok
u8/s<     ok ok           ok           ok           ok           ok           ok
u8/s<=    ok ok           ok           ok           ok           ok           ok
u8/&      ok ok           ok           unreadable@8 unreadable@8 unreadable@8 unreadable@8
s8/==     ok ok           ok           ok           ok           ok           ok
s8/!=     ok unreadable@8 unreadable@8 unreadable@8 unreadable@8 ok           unreadable@8
s8/>      ok ok           ok           ok           ok           ok           ok
s8/>=     ok ok           ok           ok           ok           ok           ok
s8/<      ok ok           ok           ok           ok           ok           ok
s8/<=     ok ok           ok           ok           ok           ok           ok
s8/s>     ok ok           ok           ok           ok           ok           ok
s8/s>=    ok ok           ok           ok           ok           ok           ok
s8/s<     ok ok           ok           ok           ok           ok           ok
s8/s<=    ok ok           ok           ok           ok           ok           ok
s8/&      ok ok           ok           unreadable@8 unreadable@8 unreadable@8 unreadable@8
0_40/==   ok ok           ok           ok           ok           ok           ok
0_40/!=   ok unreadable@8 unreadable@8 ok           ok           ok           ok
0_40/>    ok ok           ok           ok           ok           ok           ok
0_40/>=   ok ok           ok           ok           ok           ok           ok
0_40/<    ok ok           ok           ok           ok           ok           ok
0_40/<=   ok ok           ok           ok           ok           ok           ok
0_40/s>   ok ok           ok           ok           ok           ok           ok
0_40/s>=  ok ok           ok           ok           ok           ok           ok
0_40/s<   ok ok           ok           ok           ok           ok           ok
0_40/s<=  ok ok           ok           ok           ok           ok           ok
0_40/&    ok ok           ok           unreadable@8 unreadable@8 unreadable@8 unreadable@8
8_40/==   ok ok           ok           ok           ok           ok           ok
8_40/!=   ok ok           ok           ok           ok           ok           ok
8_40/>    ok ok           ok           ok           ok           ok           ok
8_40/>=   ok ok           ok           ok           ok           ok           ok
8_40/<    ok ok           ok           ok           ok           ok           ok
8_40/<=   ok ok           ok           ok           ok           ok           ok
8_40/s>   ok ok           ok           ok           ok           ok           ok
8_40/s>=  ok ok           ok           ok           ok           ok           ok
8_40/s<   ok ok           ok           ok           ok           ok           ok
8_40/s<=  ok ok           ok           ok           ok           ok           ok
8_40/&    ok ok           ok           unreadable@9 unreadable@9 ok           ok
-8_40/==  ok ok           ok           ok           ok           ok           ok
-8_40/!=  ok unreadable@9 unreadable@9 ok           ok           ok           ok
-8_40/>   ok ok           ok           ok           ok           ok           ok
-8_40/>=  ok ok           ok           ok           ok           ok           ok
-8_40/<   ok ok           ok           ok           ok           ok           ok
-8_40/<=  ok ok           ok           ok           ok           ok           ok
-8_40/s>  ok ok           ok           ok           ok           ok           ok
-8_40/s>= ok ok           ok           ok           ok           ok           ok
-8_40/s<  ok ok           ok           ok           ok           ok           ok
-8_40/s<= ok ok           ok           ok           ok           ok           ok
-8_40/&   ok ok           ok           unreadable@9 unreadable@9 unreadable@9 unreadable@9
-- linux 8_40 & -1 refuse: a number without any of these bits would be below 8, which the ranges that Linux forgets here tell
-- linux 8_40 & -8 refuse: a number without any of these bits would be below 8, which the ranges that Linux forgets here tell
-- table which ways of 32 bits are decided: PRE CMP BY
$PRE
if w6 $CMP $BY goto +1
goto out
if w6 $CMP $BY goto out
r0 = *(u32 *)(r9 + 0)
-- expect
          0  1            8            40           41           -1           -8
u64/==    ok ok           ok           ok           ok           ok           ok
u64/!=    ok unreadable@8 unreadable@8 unreadable@8 unreadable@8 ok           unreadable@8
u64/>     ok ok           ok           ok           ok           ok           ok
u64/>=    ok ok           ok           ok           ok           ok           ok
u64/<     ok ok           ok           ok           ok           ok           ok
u64/<=    ok ok           ok           ok           ok           ok           ok
u64/s>    ok ok           ok           ok           ok           ok           ok
u64/s>=   ok ok           ok           ok           ok           ok           ok
u64/s<    ok ok           ok           ok           ok           ok           ok
u64/s<=   ok ok           ok           ok           ok           ok           ok
u64/&     ok ok           ok           unreadable@8 unreadable@8 unreadable@8 unreadable@8
u32/==    ok ok           ok           ok           ok           ok           ok
u32/!=    ok unreadable@8 unreadable@8 unreadable@8 unreadable@8 ok           unreadable@8
u32/>     ok ok           ok           ok           ok           ok           ok
u32/>=    ok ok           ok           ok           ok           ok           ok
u32/<     ok ok           ok           ok           ok           ok           ok
u32/<=    ok ok           ok           ok           ok           ok           ok
u32/s>    ok ok           ok           ok           ok           ok           ok
u32/s>=   ok ok           ok           ok           ok           ok           ok
u32/s<    ok ok           ok           ok           ok           ok           ok
u32/s<=   ok ok           ok           ok           ok           ok           ok
u32/&     ok ok           ok           unreadable@8 unreadable@8 unreadable@8 unreadable@8
s32/==    ok ok           ok           ok           ok           ok           ok
s32/!=    ok unreadable@8 unreadable@8 unreadable@8 unreadable@8 ok           unreadable@8
s32/>     ok ok           ok           ok           ok           ok           ok
s32/>=    ok ok           ok           ok           ok           ok           ok
s32/<     ok ok           ok           ok           ok           ok           ok
s32/<=    ok ok           ok           ok           ok           ok           ok
s32/s>    ok ok           ok           ok           ok           ok           ok
s32/s>=   ok ok           ok           ok           ok           ok           ok
s32/s<    ok ok           ok           ok           ok           ok           ok
s32/s<=   ok ok           ok           ok           ok           ok           ok
s32/&     ok ok           ok           unreadable@8 unreadable@8 unreadable@8 unreadable@8
u8/==     ok ok           ok           ok           ok           ok           ok
u8/!=     ok unreadable@8 unreadable@8 unreadable@8 unreadable@8 ok           ok
u8/>      ok ok           ok           ok           ok           ok           ok
u8/>=     ok ok           ok           ok           ok           ok           ok
u8/<      ok ok           ok           ok           ok           ok           ok
u8/<=     ok ok           ok           ok           ok           ok           ok
u8/s>     ok ok           ok           ok           ok           ok           ok
u8/s>=    ok ok           ok           ok           ok           ok           ok
u8/s<     ok ok           ok           ok           ok           ok           ok
u8/s<=    ok ok           ok           ok           ok           ok           ok
u8/&      ok ok           ok           unreadable@8 unreadable@8 unreadable@8 unreadable@8
s8/==     ok ok           ok           ok           ok           ok           ok
s8/!=     ok unreadable@8 unreadable@8 unreadable@8 unreadable@8 ok           unreadable@8
s8/>      ok ok           ok           ok           ok           ok           ok
s8/>=     ok ok           ok           ok           ok           ok           ok
s8/<      ok ok           ok           ok           ok           ok           ok
s8/<=     ok ok           ok           ok           ok           ok           ok
s8/s>     ok ok           ok           ok           ok           ok           ok
s8/s>=    ok ok           ok           ok           ok           ok           ok
s8/s<     ok ok           ok           ok           ok           ok           ok
s8/s<=    ok ok           ok           ok           ok           ok           ok
s8/&      ok ok           ok           unreadable@8 unreadable@8 unreadable@8 unreadable@8
0_40/==   ok ok           ok           ok           ok           ok           ok
0_40/!=   ok unreadable@8 unreadable@8 ok           ok           ok           ok
0_40/>    ok ok           ok           ok           ok           ok           ok
0_40/>=   ok ok           ok           ok           ok           ok           ok
0_40/<    ok ok           ok           ok           ok           ok           ok
0_40/<=   ok ok           ok           ok           ok           ok           ok
0_40/s>   ok ok           ok           ok           ok           ok           ok
0_40/s>=  ok ok           ok           ok           ok           ok           ok
0_40/s<   ok ok           ok           ok           ok           ok           ok
0_40/s<=  ok ok           ok           ok           ok           ok           ok
0_40/&    ok ok           ok           unreadable@8 unreadable@8 unreadable@8 unreadable@8
8_40/==   ok ok           ok           ok           ok           ok           ok
8_40/!=   ok ok           ok           ok           ok           ok           ok
8_40/>    ok ok           ok           ok           ok           ok           ok
8_40/>=   ok ok           ok           ok           ok           ok           ok
8_40/<    ok ok           ok           ok           ok           ok           ok
8_40/<=   ok ok           ok           ok           ok           ok           ok
8_40/s>   ok ok           ok           ok           ok           ok           ok
8_40/s>=  ok ok           ok           ok           ok           ok           ok
8_40/s<   ok ok           ok           ok           ok           ok           ok
8_40/s<=  ok ok           ok           ok           ok           ok           ok
8_40/&    ok ok           ok           unreadable@9 unreadable@9 ok           ok
-8_40/==  ok ok           ok           ok           ok           ok           ok
-8_40/!=  ok unreadable@9 unreadable@9 ok           ok           ok           ok
-8_40/>   ok ok           ok           ok           ok           ok           ok
-8_40/>=  ok ok           ok           ok           ok           ok           ok
-8_40/<   ok ok           ok           ok           ok           ok           ok
-8_40/<=  ok ok           ok           ok           ok           ok           ok
-8_40/s>  ok ok           ok           ok           ok           ok           ok
-8_40/s>= ok ok           ok           ok           ok           ok           ok
-8_40/s<  ok ok           ok           ok           ok           ok           ok
-8_40/s<= ok ok           ok           ok           ok           ok           ok
-8_40/&   ok ok           ok           unreadable@9 unreadable@9 unreadable@9 unreadable@9
-- linux 8_40 & -1 refuse: a number without any of these bits would be below 8, which the ranges that Linux forgets here tell
-- linux 8_40 & -8 refuse: a number without any of these bits would be below 8, which the ranges that Linux forgets here tell
-- set PRE2
0_8     if r8 > 8 goto out
8_16    if r8 < 8 goto out; if r8 > 16 goto out
-8_-1   if r8 s> -1 goto out; if r8 s< -8 goto out
even    r8 &= 62
16      r8 = 16
u32     w8 = w8
any     r8 = r8
-- table two registers: PRE2 CMP
if r6 s> 100 goto out
if r6 s< -100 goto out
$PRE2
if r6 $CMP r8 goto +1
goto out
if r6 $CMP r8 goto out
r0 = *(u32 *)(r9 + 0)
-- expect
      ==            !=            >             >=            <             <=            s>            s>=           s<            s<=           &
0_8   unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10
8_16  unreadable@11 unreadable@11 unreadable@11 unreadable@11 unreadable@11 unreadable@11 unreadable@11 unreadable@11 unreadable@11 unreadable@11 unreadable@11
-8_-1 unreadable@11 unreadable@11 unreadable@11 unreadable@11 unreadable@11 unreadable@11 unreadable@11 unreadable@11 unreadable@11 unreadable@11 unreadable@11
even  unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10
16    ok            unreadable@10 ok            ok            ok            ok            ok            ok            ok            ok            ok
u32   unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10
any   unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10 unreadable@10
-- table two registers, one an index: PRE2 CMP
if r6 > 100 goto out
$PRE2
if r6 $CMP r8 goto +1
goto out
r7 += r6
r0 = *(u8 *)(r7 + 20)
-- expect
      ==       !=        >         >=        <         <=        s>        s>=       s<       s<=      &
0_8   ok       bounds@9  bounds@9  bounds@9  ok        ok        bounds@9  bounds@9  ok       ok       bounds@9
8_16  ok       bounds@10 bounds@10 bounds@10 ok        ok        bounds@10 bounds@10 ok       ok       bounds@10
-8_-1 ok       bounds@10 ok        ok        bounds@10 bounds@10 bounds@10 bounds@10 ok       ok       bounds@10
even  bounds@9 bounds@9  bounds@9  bounds@9  bounds@9  bounds@9  bounds@9  bounds@9  bounds@9 bounds@9 bounds@9
16    ok       bounds@9  bounds@9  bounds@9  ok        ok        bounds@9  bounds@9  ok       ok       bounds@9
u32   bounds@9 bounds@9  bounds@9  bounds@9  bounds@9  bounds@9  bounds@9  bounds@9  bounds@9 bounds@9 bounds@9
any   bounds@9 bounds@9  bounds@9  bounds@9  bounds@9  bounds@9  bounds@9  bounds@9  bounds@9 bounds@9 bounds@9
-- table two registers of 32 bits, one an index: PRE2 CMP
if r6 > 100 goto out
$PRE2
if w6 $CMP w8 goto +1
goto out
r7 += r6
r0 = *(u8 *)(r7 + 20)
-- expect
      ==       !=        >         >=        <         <=        s>        s>=       s<       s<=      &
0_8   ok       bounds@9  bounds@9  bounds@9  ok        ok        bounds@9  bounds@9  ok       ok       bounds@9
8_16  ok       bounds@10 bounds@10 bounds@10 ok        ok        bounds@10 bounds@10 ok       ok       bounds@10
-8_-1 ok       bounds@10 ok        ok        bounds@10 bounds@10 bounds@10 bounds@10 ok       ok       bounds@10
even  bounds@9 bounds@9  bounds@9  bounds@9  bounds@9  bounds@9  bounds@9  bounds@9  bounds@9 bounds@9 bounds@9
16    ok       bounds@9  bounds@9  bounds@9  ok        ok        bounds@9  bounds@9  ok       ok       bounds@9
u32   bounds@9 bounds@9  bounds@9  bounds@9  bounds@9  bounds@9  bounds@9  bounds@9  bounds@9 bounds@9 bounds@9
any   bounds@9 bounds@9  bounds@9  bounds@9  bounds@9  bounds@9  bounds@9  bounds@9  bounds@9 bounds@9 bounds@9
-- set CHANGE
copy      r5 = r6
+8        r5 = r6; r5 += 8
-8        r5 = r6; r5 += -8
-=8       r5 = r6; r5 -= 8
w         w5 = w6
w+8       r5 = r6; w5 += 8
s8        r5 = (s8)r6
*1        r5 = r6; r5 *= 1
|0        r5 = r6; r5 |= 0
+r        r5 = r6; r4 = 8; r5 += r4
twice     r5 = r6; r5 += 4; r5 += 4
spill     *(u64 *)(r10 - 8) = r6; r5 = *(u64 *)(r10 - 8)
spill+8   *(u64 *)(r10 - 8) = r6; r5 = *(u64 *)(r10 - 8); r5 += 8
xadd      r5 = r6; r6 += 8
call      r5 = r6; *(u64 *)(r10 - 8) = r6; call bpf_get_prandom_u32; r5 = *(u64 *)(r10 - 8)
-- set TESTED
r6_u      if r6 > 20 goto out; r7 += r5
r5_u      if r5 > 20 goto out; r7 += r6
r6_s      if r6 s> 20 goto out; if r6 s< 0 goto out; r7 += r5
r5_s      if r5 s> 20 goto out; if r5 s< 0 goto out; r7 += r6
r6_w      if w6 > 20 goto out; r7 += r5
r6_eq     if r6 != 7 goto out; r7 += r5
r5_eq     if r5 != 17 goto out; r7 += r6
slot      if r6 > 20 goto out; r5 = *(u64 *)(r10 - 8); r7 += r5
-- table copies learn: CHANGE TESTED
r6 &= 63
*(u64 *)(r10 - 8) = 0
$CHANGE
$TESTED
r0 = *(u8 *)(r7 + 8)
-- expect
        r6_u      r5_u      r6_s      r5_s      r6_w      r6_eq     r5_eq     slot
copy    ok        ok        ok        ok        ok        ok        ok        ok
+8      ok        ok        ok        ok        ok        ok        ok        ok
-8      bounds@10 ok        bounds@11 ok        bounds@10 ok        ok        ok
-=8     bounds@10 ok        bounds@11 ok        bounds@10 ok        ok        ok
w       ok        ok        ok        ok        ok        ok        ok        ok
w+8     ok        ok        ok        ok        ok        ok        ok        ok
s8      ok        ok        ok        ok        ok        ok        ok        ok
*1      bounds@10 bounds@10 bounds@11 bounds@11 bounds@10 bounds@10 bounds@10 ok
|0      bounds@10 bounds@10 bounds@11 bounds@11 bounds@10 bounds@10 bounds@10 ok
+r      ok        ok        ok        ok        ok        ok        ok        ok
twice   bounds@11 bounds@11 bounds@12 bounds@12 bounds@11 bounds@11 bounds@11 ok
spill   ok        ok        ok        ok        ok        ok        ok        ok
spill+8 ok        ok        ok        ok        ok        ok        ok        ok
xadd    ok        ok        ok        ok        ok        ok        ok        ok
call    ok        ok        ok        ok        ok        ok        ok        ok
-- table copies of any number learn: CHANGE TESTED
*(u64 *)(r10 - 8) = 0
$CHANGE
$TESTED
r0 = *(u8 *)(r7 + 8)
-- expect
        r6_u         r5_u         r6_s          r5_s          r6_w          r6_eq        r5_eq        slot
copy    ok           ok           ok            ok            arithmetic@7  ok           ok           ok
+8      ok           bounds@9     ok            bounds@10     arithmetic@8  ok           ok           ok
-8      bounds@9     ok           bounds@10     ok            arithmetic@8  ok           ok           ok
-=8     bounds@9     ok           bounds@10     ok            arithmetic@8  ok           ok           ok
w       bounds@8     arithmetic@7 bounds@9      arithmetic@8  bounds@8      bounds@8     arithmetic@7 ok
w+8     bounds@9     arithmetic@8 bounds@10     arithmetic@9  bounds@9      bounds@9     arithmetic@8 ok
s8      bounds@8     arithmetic@7 bounds@9      arithmetic@8  bounds@8      bounds@8     arithmetic@7 ok
*1      arithmetic@8 arithmetic@8 arithmetic@9  arithmetic@9  arithmetic@8  arithmetic@8 arithmetic@8 ok
|0      arithmetic@8 arithmetic@8 arithmetic@9  arithmetic@9  arithmetic@8  arithmetic@8 arithmetic@8 ok
+r      ok           bounds@10    ok            bounds@11     arithmetic@9  ok           ok           ok
twice   arithmetic@9 arithmetic@9 arithmetic@10 arithmetic@10 arithmetic@9  arithmetic@9 arithmetic@9 ok
spill   ok           ok           ok            ok            arithmetic@8  ok           ok           ok
spill+8 ok           bounds@10    ok            bounds@11     arithmetic@9  ok           ok           ok
xadd    bounds@9     ok           bounds@10     ok            arithmetic@8  ok           ok           ok
call    ok           ok           ok            ok            arithmetic@10 ok           ok           ok
-- set RO
ro
rw
-- set ROAT
0_4   r6 = *(u32 *)(r7 + 0)
0_1   r6 = *(u8 *)(r7 + 0)
4_4   r6 = *(u32 *)(r7 + 4)
4_s4  r6 = *(s32 *)(r7 + 4)
8_8   r6 = *(u64 *)(r7 + 8)
8_2   r6 = *(u16 *)(r7 + 8)
1_4   r6 = *(u32 *)(r7 + 1)
16_1  r6 = *(u8 *)(r7 + 16)
-- set ROIS
5     if r6 == 5 goto out
max   r5 = 0xffffffff ll; if r6 == r5 goto out
-1    if r6 == -1 goto out
8     if r6 == 0x708 goto out
64    r5 = 0x102030405060708 ll; if r6 == r5 goto out
-- table contents of frozen maps: RO ROAT ROIS
r7 = map[$RO][0]+0
$ROAT
$ROIS
r0 = *(u32 *)(r9 + 0)
-- expect
        5            max           -1           8            64
ro/0_4  ok           unreadable@10 unreadable@8 unreadable@8 unreadable@10
ro/0_1  ok           unreadable@10 unreadable@8 unreadable@8 unreadable@10
ro/4_4  unreadable@8 ok            unreadable@8 unreadable@8 unreadable@10
ro/4_s4 unreadable@8 unreadable@10 ok           unreadable@8 unreadable@10
ro/8_8  unreadable@8 unreadable@10 unreadable@8 unreadable@8 ok
ro/8_2  unreadable@8 unreadable@10 unreadable@8 ok           unreadable@10
ro/1_4  unreadable@8 unreadable@10 unreadable@8 unreadable@8 unreadable@10
ro/16_1 bounds@6     bounds@6      bounds@6     bounds@6     bounds@6
rw/0_4  unreadable@8 unreadable@10 unreadable@8 unreadable@8 unreadable@10
rw/0_1  unreadable@8 unreadable@10 unreadable@8 unreadable@8 unreadable@10
rw/4_4  unreadable@8 unreadable@10 unreadable@8 unreadable@8 unreadable@10
rw/4_s4 unreadable@8 unreadable@10 unreadable@8 unreadable@8 unreadable@10
rw/8_8  unreadable@8 unreadable@10 unreadable@8 unreadable@8 unreadable@10
rw/8_2  unreadable@8 unreadable@10 unreadable@8 unreadable@8 unreadable@10
rw/1_4  unreadable@8 unreadable@10 unreadable@8 unreadable@8 unreadable@10
rw/16_1 bounds@6     bounds@6      bounds@6     bounds@6     bounds@6
-- case code that is never reached is not looked at
r0 = 1
if r0 == 1 goto out
call 9999
r0 = *(u64 *)(r9 + 0)
-- accept
-- case code that may be reached is
if r6 == 1 goto out
call 9999
-- refuse helper @5
-- case a wrong instruction that is never reached
r0 = 1
if r0 == 1 goto out
raw bf 00 01 00 00 00 00 00
r0 = *(u64 *)(r9 + 0)
-- accept
-- case the frame pointer compared
if r10 == 0 goto out
r0 = *(u64 *)(r9 + 0)
-- refuse unreadable @5
-- case the context compared with 0
r1 = r10
if r1 != 0 goto out
r0 = *(u64 *)(r9 + 0)
-- refuse unreadable @6
-- case a map's pointer compared with 0
r1 = map[values]
if r1 != 0 goto out
r0 = *(u64 *)(r9 + 0)
-- accept
-- case a value's pointer compared with 0
if r7 != 0 goto out
r0 = *(u64 *)(r9 + 0)
-- accept
-- set MADE
s64    r6 s>>= 63
s32    w6 s>>= 31
s32x   r6 <<= 32; r6 s>>= 63
half   r6 = *(u32 *)(r7 + 0); w6 s>>= 31; r8 <<= 32; r6 |= r8
jump   if r6 s> 0 goto out; if r6 s< -1 goto out
near   if r6 s> 0 goto out; if r6 s< -2 goto out
-- set CHOOSE
and    r6 &= 6
andw   w6 &= 6
or     r6 |= -5
orw    w6 |= 6
xor    r6 ^= 3
reg    r5 = 6; r6 &= r5
regw   r5 = 6; w6 |= w5
some   r8 &= 6; r6 &= r8
-- set LOOK
three  if w6 == 3 goto bad
two    if r6 == 2 goto bad
part   r6 &= 12; if r6 == 8 goto bad
-- table a mask made of a sign chooses between two constants: MADE CHOOSE LOOK
$MADE
$CHOOSE
$LOOK
goto out
bad: r0 = r9
-- expect
          three         two           part
s64/and   ok            ok            ok
s64/andw  ok            ok            ok
s64/or    ok            ok            unreadable@9
s64/orw   ok            ok            ok
s64/xor   unreadable@8  unreadable@8  unreadable@9
s64/reg   ok            ok            ok
s64/regw  ok            ok            ok
s64/some  ok            unreadable@9  ok
s32/and   ok            ok            ok
s32/andw  ok            ok            ok
s32/or    ok            ok            unreadable@9
s32/orw   ok            ok            ok
s32/xor   unreadable@8  unreadable@8  unreadable@9
s32/reg   ok            ok            ok
s32/regw  ok            ok            ok
s32/some  ok            unreadable@9  ok
s32x/and  ok            ok            ok
s32x/andw ok            ok            ok
s32x/or   ok            ok            unreadable@10
s32x/orw  ok            ok            ok
s32x/xor  unreadable@9  unreadable@9  unreadable@10
s32x/reg  ok            ok            ok
s32x/regw ok            ok            ok
s32x/some ok            unreadable@10 ok
half/and  ok            unreadable@11 ok
half/andw ok            unreadable@11 ok
half/or   ok            ok            unreadable@12
half/orw  ok            ok            ok
half/xor  unreadable@11 unreadable@11 unreadable@12
half/reg  ok            unreadable@12 ok
half/regw ok            ok            ok
half/some ok            ok            ok
jump/and  ok            ok            ok
jump/andw ok            ok            ok
jump/or   ok            ok            unreadable@10
jump/orw  ok            ok            ok
jump/xor  unreadable@9  unreadable@9  unreadable@10
jump/reg  ok            ok            ok
jump/regw ok            ok            ok
jump/some ok            unreadable@10 ok
near/and  ok            unreadable@9  ok
near/andw ok            unreadable@9  ok
near/or   ok            ok            unreadable@10
near/orw  ok            ok            ok
near/xor  unreadable@9  unreadable@9  unreadable@10
near/reg  ok            unreadable@10 ok
near/regw ok            ok            ok
near/some ok            unreadable@10 ok
