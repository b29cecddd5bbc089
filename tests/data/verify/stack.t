The stack: its bounds, spills of every size and fills of every size, variable offsets.
-- type socket_filter
-- maps
values array 4 48 1
-- set OFF
-520
-516
-513
-512
-511
-508
-504
-12
-10
-9
-8
-7
-6
-4
-2
-1
+0
+1
+8
-- set DOWN
-536
-529
-528
-520
-24
-23
-20
-18
-17
-16
-8
-- set SIZE
8
16
32
64
-- table stores of a number: OFF SIZE
*(u$SIZE *)(r10 $OFF) = 7
r0 = 0
exit
-- expect
     8       16          32          64
-520 stack@0 stack@0     stack@0     stack@0
-516 stack@0 stack@0     stack@0     alignment@0
-513 stack@0 alignment@0 alignment@0 alignment@0
-512 ok      ok          ok          ok
-511 ok      alignment@0 alignment@0 alignment@0
-508 ok      ok          ok          alignment@0
-504 ok      ok          ok          ok
-12  ok      ok          ok          alignment@0
-10  ok      ok          alignment@0 alignment@0
-9   ok      alignment@0 alignment@0 alignment@0
-8   ok      ok          ok          ok
-7   ok      alignment@0 alignment@0 alignment@0
-6   ok      ok          alignment@0 alignment@0
-4   ok      ok          ok          alignment@0
-2   ok      ok          alignment@0 alignment@0
-1   ok      alignment@0 alignment@0 alignment@0
+0   stack@0 stack@0     stack@0     stack@0
+1   stack@0 alignment@0 alignment@0 alignment@0
+8   stack@0 stack@0     stack@0     stack@0
-- table loads without a store: OFF SIZE
r0 = *(u$SIZE *)(r10 $OFF)
exit
-- expect
     8       16          32          64
-520 stack@0 stack@0     stack@0     stack@0
-516 stack@0 stack@0     stack@0     alignment@0
-513 stack@0 alignment@0 alignment@0 alignment@0
-512 ok      ok          ok          ok
-511 ok      alignment@0 alignment@0 alignment@0
-508 ok      ok          ok          alignment@0
-504 ok      ok          ok          ok
-12  ok      ok          ok          alignment@0
-10  ok      ok          alignment@0 alignment@0
-9   ok      alignment@0 alignment@0 alignment@0
-8   ok      ok          ok          ok
-7   ok      alignment@0 alignment@0 alignment@0
-6   ok      ok          alignment@0 alignment@0
-4   ok      ok          ok          alignment@0
-2   ok      ok          alignment@0 alignment@0
-1   ok      alignment@0 alignment@0 alignment@0
+0   stack@0 stack@0     stack@0     stack@0
+1   stack@0 alignment@0 alignment@0 alignment@0
+8   stack@0 stack@0     stack@0     stack@0
-- table stores and loads through a copy: DOWN SIZE
r2 = r10
r2 += 16
r2 += $DOWN
*(u$SIZE *)(r2 + 0) = r1
r0 = *(u$SIZE *)(r2 + 0)
exit
-- expect
     8       16          32          64
-536 stack@3 stack@3     stack@3     stack@3
-529 stack@3 alignment@3 alignment@3 alignment@3
-528 stack@3 stack@3     stack@3     ok
-520 stack@3 stack@3     stack@3     ok
-24  stack@3 stack@3     stack@3     ok
-23  stack@3 alignment@3 alignment@3 alignment@3
-20  stack@3 stack@3     stack@3     alignment@3
-18  stack@3 stack@3     alignment@3 alignment@3
-17  stack@3 alignment@3 alignment@3 alignment@3
-16  stack@3 stack@3     stack@3     stack@3
-8   stack@3 stack@3     stack@3     stack@3
-- set WHAT
const    r6 = 5
zero     r6 = 0
minus    r6 = -1
byte     r6 = *(u8 *)(r1 + 0); r6 &= 7
word     r6 = *(u32 *)(r1 + 0)
small32  r6 = *(u32 *)(r1 + 0); r6 &= 7
any      r6 = *(u64 *)(r10 - 128)
ctx      r6 = r1
fp       r6 = r10
map      r6 = map[values]
value    r6 = map[values][0]+0
-- set SPILL
u64    *(u64 *)(r10 - 8) = r6
u32    *(u32 *)(r10 - 8) = r6
u32hi  *(u32 *)(r10 - 4) = r6
u16    *(u16 *)(r10 - 8) = r6
u16_2  *(u16 *)(r10 - 6) = r6
u8     *(u8 *)(r10 - 8) = r6
u8_7   *(u8 *)(r10 - 1) = r6
-- set FILL
u64    r6 = *(u64 *)(r10 - 8)
u32    r6 = *(u32 *)(r10 - 8)
u32hi  r6 = *(u32 *)(r10 - 4)
u16    r6 = *(u16 *)(r10 - 8)
u16_2  r6 = *(u16 *)(r10 - 6)
u8     r6 = *(u8 *)(r10 - 8)
u8_7   r6 = *(u8 *)(r10 - 1)
s8     r6 = *(s8 *)(r10 - 8)
s16    r6 = *(s16 *)(r10 - 8)
s32    r6 = *(s32 *)(r10 - 8)
-- table what is spilled, and how: WHAT SPILL
$WHAT
$SPILL
r0 = 0
exit
-- expect
        u64 u32     u32hi   u16     u16_2   u8      u8_7
const   ok  ok      ok      ok      ok      ok      ok
zero    ok  ok      ok      ok      ok      ok      ok
minus   ok  ok      ok      ok      ok      ok      ok
byte    ok  ok      ok      ok      ok      ok      ok
word    ok  ok      ok      ok      ok      ok      ok
small32 ok  ok      ok      ok      ok      ok      ok
any     ok  ok      ok      ok      ok      ok      ok
ctx     ok  stack@1 stack@1 stack@1 stack@1 stack@1 stack@1
fp      ok  stack@1 stack@1 stack@1 stack@1 stack@1 stack@1
map     ok  stack@2 stack@2 stack@2 stack@2 stack@2 stack@2
value   ok  stack@2 stack@2 stack@2 stack@2 stack@2 stack@2
-- table pointers in parts: WHAT FILL
$WHAT
*(u64 *)(r10 - 8) = r6
$FILL
r0 = 0
exit
-- expect
        u64 u32     u32hi   u16     u16_2   u8      u8_7    s8      s16     s32
const   ok  ok      ok      ok      ok      ok      ok      ok      ok      ok
zero    ok  ok      ok      ok      ok      ok      ok      ok      ok      ok
minus   ok  ok      ok      ok      ok      ok      ok      ok      ok      ok
byte    ok  ok      ok      ok      ok      ok      ok      ok      ok      ok
word    ok  ok      ok      ok      ok      ok      ok      ok      ok      ok
small32 ok  ok      ok      ok      ok      ok      ok      ok      ok      ok
any     ok  ok      ok      ok      ok      ok      ok      ok      ok      ok
ctx     ok  stack@2 stack@2 stack@2 stack@2 stack@2 stack@2 stack@2 stack@2 stack@2
fp      ok  stack@2 stack@2 stack@2 stack@2 stack@2 stack@2 stack@2 stack@2 stack@2
map     ok  stack@3 stack@3 stack@3 stack@3 stack@3 stack@3 stack@3 stack@3 stack@3
value   ok  stack@3 stack@3 stack@3 stack@3 stack@3 stack@3 stack@3 stack@3 stack@3
-- table a fill is an index of a value: SPILL FILL
r6 = *(u32 *)(r1 + 0)
r6 &= 7
$SPILL
$FILL
r7 = map[values][0]+0
r7 += r6
r0 = *(u64 *)(r7 + 32)
exit
-- expect
      u64          u32      u32hi    u16      u16_2    u8       u8_7     s8       s16      s32
u64   ok           ok       bounds@7 ok       bounds@7 ok       bounds@7 ok       ok       ok
u32   arithmetic@6 ok       bounds@7 ok       bounds@7 ok       bounds@7 ok       ok       ok
u32hi arithmetic@6 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 arithmetic@6
u16   arithmetic@6 bounds@7 bounds@7 ok       bounds@7 ok       bounds@7 ok       ok       arithmetic@6
u16_2 arithmetic@6 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 arithmetic@6
u8    arithmetic@6 bounds@7 bounds@7 bounds@7 bounds@7 ok       bounds@7 ok       bounds@7 arithmetic@6
u8_7  arithmetic@6 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 arithmetic@6
-- table a fill of a constant is an index: SPILL FILL
r6 = 8
$SPILL
$FILL
r7 = map[values][0]+0
r7 += r6
r0 = *(u64 *)(r7 + 32)
exit
-- expect
      u64          u32      u32hi    u16      u16_2    u8       u8_7     s8       s16      s32
u64   ok           ok       bounds@6 ok       bounds@6 ok       bounds@6 ok       ok       ok
u32   arithmetic@5 ok       bounds@6 ok       bounds@6 ok       bounds@6 ok       ok       ok
u32hi arithmetic@5 bounds@6 bounds@6 bounds@6 bounds@6 bounds@6 bounds@6 bounds@6 bounds@6 arithmetic@5
u16   arithmetic@5 bounds@6 bounds@6 ok       bounds@6 ok       bounds@6 ok       ok       arithmetic@5
u16_2 arithmetic@5 bounds@6 bounds@6 bounds@6 bounds@6 bounds@6 bounds@6 bounds@6 bounds@6 arithmetic@5
u8    arithmetic@5 bounds@6 bounds@6 bounds@6 bounds@6 ok       bounds@6 ok       bounds@6 arithmetic@5
u8_7  arithmetic@5 bounds@6 bounds@6 bounds@6 bounds@6 bounds@6 bounds@6 bounds@6 bounds@6 arithmetic@5
-- table a fill of zero is an index: SPILL FILL
r6 = 0
$SPILL
$FILL
r7 = map[values][0]+0
r7 += r6
r0 = *(u64 *)(r7 + 32)
exit
-- expect
      u64          u32      u32hi    u16      u16_2    u8       u8_7     s8       s16      s32
u64   ok           ok       ok       ok       ok       ok       ok       ok       ok       ok
u32   arithmetic@5 ok       bounds@6 ok       ok       ok       bounds@6 ok       ok       ok
u32hi arithmetic@5 bounds@6 ok       bounds@6 bounds@6 bounds@6 ok       bounds@6 bounds@6 arithmetic@5
u16   arithmetic@5 bounds@6 bounds@6 ok       bounds@6 ok       bounds@6 ok       ok       arithmetic@5
u16_2 arithmetic@5 bounds@6 bounds@6 bounds@6 ok       bounds@6 bounds@6 bounds@6 bounds@6 arithmetic@5
u8    arithmetic@5 bounds@6 bounds@6 bounds@6 bounds@6 ok       bounds@6 ok       bounds@6 arithmetic@5
u8_7  arithmetic@5 bounds@6 bounds@6 bounds@6 bounds@6 bounds@6 ok       bounds@6 bounds@6 arithmetic@5
-- table a fill over written bytes is an index: SPILL FILL
r6 = *(u32 *)(r1 + 0)
r6 &= 7
*(u64 *)(r10 - 8) = 0
$SPILL
$FILL
r7 = map[values][0]+0
r7 += r6
r0 = *(u64 *)(r7 + 32)
exit
-- expect
      u64          u32      u32hi    u16      u16_2    u8       u8_7     s8       s16      s32
u64   ok           ok       bounds@8 ok       bounds@8 ok       bounds@8 ok       ok       ok
u32   arithmetic@7 ok       bounds@8 ok       bounds@8 ok       bounds@8 ok       ok       ok
u32hi arithmetic@7 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 arithmetic@7
u16   arithmetic@7 bounds@8 bounds@8 ok       bounds@8 ok       bounds@8 ok       ok       arithmetic@7
u16_2 arithmetic@7 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 arithmetic@7
u8    arithmetic@7 bounds@8 bounds@8 bounds@8 bounds@8 ok       bounds@8 ok       bounds@8 arithmetic@7
u8_7  arithmetic@7 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 arithmetic@7
-- set THEN
u64    *(u64 *)(r10 - 8) = 1
u32    *(u32 *)(r10 - 8) = 1
u32hi  *(u32 *)(r10 - 4) = 1
u16    *(u16 *)(r10 - 8) = 1
u8_7   *(u8 *)(r10 - 1) = 1
-- table a number that is written over in part: THEN FILL
r6 = 8
*(u64 *)(r10 - 8) = r6
$THEN
$FILL
if r6 > 8 goto +3
r7 = map[values][0]+0
r7 += r6
r0 = *(u64 *)(r7 + 32)
exit
-- expect
      u64          u32          u32hi        u16          u16_2        u8           u8_7         s8           s16          s32
u64   ok           ok           unreadable@8 ok           unreadable@8 ok           unreadable@8 ok           ok           ok
u32   unreadable@8 ok           unreadable@8 ok           unreadable@8 ok           unreadable@8 ok           ok           ok
u32hi unreadable@8 unreadable@8 unreadable@8 unreadable@8 unreadable@8 unreadable@8 unreadable@8 unreadable@8 unreadable@8 unreadable@8
u16   unreadable@8 unreadable@8 unreadable@8 ok           unreadable@8 ok           unreadable@8 ok           ok           unreadable@8
u8_7  unreadable@8 unreadable@8 unreadable@8 unreadable@8 unreadable@8 unreadable@8 unreadable@8 unreadable@8 unreadable@8 unreadable@8
-- table a pointer that is written over in part: THEN FILL
*(u64 *)(r10 - 8) = r10
$THEN
$FILL
r0 = 0
exit
-- expect
      u64 u32 u32hi u16 u16_2 u8 u8_7 s8 s16 s32
u64   ok  ok  ok    ok  ok    ok ok   ok ok  ok
u32   ok  ok  ok    ok  ok    ok ok   ok ok  ok
u32hi ok  ok  ok    ok  ok    ok ok   ok ok  ok
u16   ok  ok  ok    ok  ok    ok ok   ok ok  ok
u8_7  ok  ok  ok    ok  ok    ok ok   ok ok  ok
-- table a test of a fill binds what is filled again: FILL SIZE
r6 = *(u32 *)(r1 + 0)
*(u64 *)(r10 - 8) = r6
$FILL
if r6 > 8 goto +4
r6 = *(u$SIZE *)(r10 - 8)
r7 = map[values][0]+0
r7 += r6
r0 = *(u64 *)(r7 + 32)
exit
-- expect
      8            16           32           64
u64   unreadable@8 unreadable@8 unreadable@8 unreadable@8
u32   unreadable@8 unreadable@8 unreadable@8 unreadable@8
u32hi bounds@8     bounds@8     bounds@8     bounds@8
u16   bounds@8     bounds@8     bounds@8     bounds@8
u16_2 bounds@8     bounds@8     bounds@8     bounds@8
u8    bounds@8     bounds@8     bounds@8     bounds@8
u8_7  bounds@8     bounds@8     bounds@8     bounds@8
s8    bounds@8     bounds@8     bounds@8     bounds@8
s16   bounds@8     bounds@8     bounds@8     bounds@8
s32   bounds@8     bounds@8     bounds@8     bounds@8
-- table a test of the spilled binds the fill: SPILL FILL
r6 = *(u32 *)(r1 + 0)
$SPILL
r8 = r6
if r8 > 8 goto out
$FILL
r7 = map[values][0]+0
r7 += r6
r0 = *(u64 *)(r7 + 32)
out: r0 = 0
exit
-- expect
      u64          u32      u32hi    u16      u16_2    u8       u8_7     s8       s16      s32
u64   ok           ok       bounds@8 ok       bounds@8 ok       bounds@8 ok       ok       ok
u32   arithmetic@7 ok       bounds@8 ok       bounds@8 ok       bounds@8 ok       ok       ok
u32hi arithmetic@7 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 arithmetic@7
u16   arithmetic@7 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 arithmetic@7
u16_2 arithmetic@7 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 arithmetic@7
u8    arithmetic@7 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 arithmetic@7
u8_7  arithmetic@7 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 bounds@8 arithmetic@7
-- table a 32-bit test of the spilled binds the fill: SPILL FILL
r6 = *(u64 *)(r10 - 128)
$SPILL
if w6 > 8 goto out
$FILL
r7 = map[values][0]+0
r7 += r6
r0 = *(u64 *)(r7 + 32)
out: r0 = 0
exit
-- expect
      u64          u32      u32hi    u16      u16_2    u8       u8_7     s8       s16      s32
u64   arithmetic@6 ok       bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 arithmetic@6
u32   arithmetic@6 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 arithmetic@6
u32hi arithmetic@6 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 arithmetic@6
u16   arithmetic@6 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 arithmetic@6
u16_2 arithmetic@6 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 arithmetic@6
u8    arithmetic@6 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 arithmetic@6
u8_7  arithmetic@6 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 bounds@7 arithmetic@6
-- set VAR
7      r6 &= 7; r6 += -16
8      r6 &= 8; r6 += -16
15     r6 &= 15; r6 += -16
16     r6 &= 16; r6 += -16
511    r6 &= 511; r6 += -512
1023   r6 &= 1023; r6 += -512
any    r6 = r6
signed r6 = (s8)r6
neg    r6 |= -64
1or2   r6 &= 1; r6 -= 9
-- set ACT
ld8     r0 = *(u8 *)(r2 + 0)
ld64    r0 = *(u64 *)(r2 + 0)
lds16   r0 = *(s16 *)(r2 + 0)
st8     *(u8 *)(r2 + 0) = 0
st64    *(u64 *)(r2 + 0) = 0
stx8    *(u8 *)(r2 + 0) = r6
stx64   *(u64 *)(r2 + 0) = r6
stp     *(u64 *)(r2 + 0) = r1
atomic  lock *(u64 *)(r2 + 0) += r6
-- table variable offsets of stack that was not written: VAR ACT
r6 = *(u32 *)(r1 + 0)
$VAR
r2 = r10
r2 += r6
$ACT
r0 = 0
exit
-- expect
       ld8     ld64        lds16       st8     st64        stx8    stx64       stp         atomic
7      ok      alignment@5 alignment@5 ok      alignment@5 ok      alignment@5 alignment@5 alignment@5
8      ok      ok          ok          ok      ok          ok      ok          ok          stack@5
15     ok      alignment@5 alignment@5 ok      alignment@5 ok      alignment@5 alignment@5 alignment@5
16     stack@5 stack@5     stack@5     stack@5 stack@5     stack@5 stack@5     stack@5     stack@5
511    ok      alignment@5 alignment@5 ok      alignment@5 ok      alignment@5 alignment@5 alignment@5
1023   stack@5 alignment@5 alignment@5 stack@5 alignment@5 stack@5 alignment@5 alignment@5 alignment@5
any    stack@4 alignment@4 alignment@4 stack@4 alignment@4 stack@4 alignment@4 alignment@4 alignment@4
signed stack@4 alignment@4 alignment@4 stack@4 alignment@4 stack@4 alignment@4 alignment@4 alignment@4
neg    ok      alignment@4 alignment@4 ok      alignment@4 ok      alignment@4 alignment@4 alignment@4
1or2   ok      alignment@5 alignment@5 ok      alignment@5 ok      alignment@5 alignment@5 alignment@5
-- table variable offsets of stack that was written: VAR ACT
r6 = *(u32 *)(r1 + 0)
*(u64 *)(r10 - 8) = 0
*(u64 *)(r10 - 16) = 0
$VAR
r2 = r10
r2 += r6
$ACT
r0 = 0
exit
-- expect
       ld8     ld64        lds16       st8     st64        stx8    stx64       stp         atomic
7      ok      alignment@7 alignment@7 ok      alignment@7 ok      alignment@7 alignment@7 alignment@7
8      ok      ok          ok          ok      ok          ok      ok          ok          stack@7
15     ok      alignment@7 alignment@7 ok      alignment@7 ok      alignment@7 alignment@7 alignment@7
16     stack@7 stack@7     stack@7     stack@7 stack@7     stack@7 stack@7     stack@7     stack@7
511    ok      alignment@7 alignment@7 ok      alignment@7 ok      alignment@7 alignment@7 alignment@7
1023   stack@7 alignment@7 alignment@7 stack@7 alignment@7 stack@7 alignment@7 alignment@7 alignment@7
any    stack@6 alignment@6 alignment@6 stack@6 alignment@6 stack@6 alignment@6 alignment@6 alignment@6
signed stack@6 alignment@6 alignment@6 stack@6 alignment@6 stack@6 alignment@6 alignment@6 alignment@6
neg    ok      alignment@6 alignment@6 ok      alignment@6 ok      alignment@6 alignment@6 alignment@6
1or2   ok      alignment@7 alignment@7 ok      alignment@7 ok      alignment@7 alignment@7 alignment@7
-- table a variable write forgets numbers: VAR ACT
r6 = *(u32 *)(r1 + 0)
r9 = 8
*(u64 *)(r10 - 8) = r9
*(u64 *)(r10 - 16) = r9
$VAR
r2 = r10
r2 += r6
$ACT
r6 = *(u64 *)(r10 - 16)
r7 = map[values][0]+0
r7 += r6
r0 = *(u64 *)(r7 + 32)
exit
-- expect
       ld8     ld64        lds16       st8           st64          stx8          stx64         stp           atomic
7      ok      alignment@8 alignment@8 arithmetic@12 alignment@8   arithmetic@12 alignment@8   alignment@8   alignment@8
8      ok      ok          ok          arithmetic@12 arithmetic@12 arithmetic@12 arithmetic@12 arithmetic@12 stack@8
15     ok      alignment@8 alignment@8 arithmetic@12 alignment@8   arithmetic@12 alignment@8   alignment@8   alignment@8
16     stack@8 stack@8     stack@8     stack@8       stack@8       stack@8       stack@8       stack@8       stack@8
511    ok      alignment@8 alignment@8 arithmetic@12 alignment@8   arithmetic@12 alignment@8   alignment@8   alignment@8
1023   stack@8 alignment@8 alignment@8 stack@8       alignment@8   stack@8       alignment@8   alignment@8   alignment@8
any    stack@7 alignment@7 alignment@7 stack@7       alignment@7   stack@7       alignment@7   alignment@7   alignment@7
signed stack@7 alignment@7 alignment@7 stack@7       alignment@7   stack@7       alignment@7   alignment@7   alignment@7
neg    ok      alignment@7 alignment@7 arithmetic@11 alignment@7   arithmetic@11 alignment@7   alignment@7   alignment@7
1or2   ok      alignment@8 alignment@8 arithmetic@12 alignment@8   arithmetic@12 alignment@8   alignment@8   alignment@8
-- table a variable write keeps zeros: VAR ACT
r6 = *(u32 *)(r1 + 0)
*(u64 *)(r10 - 8) = 0
*(u64 *)(r10 - 16) = 0
$VAR
r2 = r10
r2 += r6
$ACT
r6 = *(u64 *)(r10 - 16)
r7 = map[values][0]+0
r7 += r6
r0 = *(u64 *)(r7 + 32)
exit
-- expect
       ld8     ld64        lds16       st8     st64        stx8          stx64         stp           atomic
7      ok      alignment@7 alignment@7 ok      alignment@7 arithmetic@11 alignment@7   alignment@7   alignment@7
8      ok      ok          ok          ok      ok          arithmetic@11 arithmetic@11 arithmetic@11 stack@7
15     ok      alignment@7 alignment@7 ok      alignment@7 arithmetic@11 alignment@7   alignment@7   alignment@7
16     stack@7 stack@7     stack@7     stack@7 stack@7     stack@7       stack@7       stack@7       stack@7
511    ok      alignment@7 alignment@7 ok      alignment@7 arithmetic@11 alignment@7   alignment@7   alignment@7
1023   stack@7 alignment@7 alignment@7 stack@7 alignment@7 stack@7       alignment@7   alignment@7   alignment@7
any    stack@6 alignment@6 alignment@6 stack@6 alignment@6 stack@6       alignment@6   alignment@6   alignment@6
signed stack@6 alignment@6 alignment@6 stack@6 alignment@6 stack@6       alignment@6   alignment@6   alignment@6
neg    ok      alignment@6 alignment@6 ok      alignment@6 arithmetic@10 alignment@6   alignment@6   alignment@6
1or2   ok      alignment@7 alignment@7 ok      alignment@7 arithmetic@11 alignment@7   alignment@7   alignment@7
-- table a variable write over a pointer: VAR ACT
r6 = *(u32 *)(r1 + 0)
*(u64 *)(r10 - 8) = r10
*(u64 *)(r10 - 16) = r1
$VAR
r2 = r10
r2 += r6
$ACT
r6 = *(u64 *)(r10 - 16)
r0 = *(u32 *)(r6 + 0)
exit
-- expect
       ld8     ld64        lds16       st8             st64            stx8            stx64           stp             atomic
7      ok      alignment@7 alignment@7 not-a-pointer@9 alignment@7     not-a-pointer@9 alignment@7     alignment@7     alignment@7
8      ok      ok          ok          not-a-pointer@9 not-a-pointer@9 not-a-pointer@9 not-a-pointer@9 not-a-pointer@9 stack@7
15     ok      alignment@7 alignment@7 not-a-pointer@9 alignment@7     not-a-pointer@9 alignment@7     alignment@7     alignment@7
16     stack@7 stack@7     stack@7     stack@7         stack@7         stack@7         stack@7         stack@7         stack@7
511    ok      alignment@7 alignment@7 not-a-pointer@9 alignment@7     not-a-pointer@9 alignment@7     alignment@7     alignment@7
1023   stack@7 alignment@7 alignment@7 stack@7         alignment@7     stack@7         alignment@7     alignment@7     alignment@7
any    stack@6 alignment@6 alignment@6 stack@6         alignment@6     stack@6         alignment@6     alignment@6     alignment@6
signed stack@6 alignment@6 alignment@6 stack@6         alignment@6     stack@6         alignment@6     alignment@6     alignment@6
neg    ok      alignment@6 alignment@6 not-a-pointer@8 alignment@6     not-a-pointer@8 alignment@6     alignment@6     alignment@6
1or2   ok      alignment@7 alignment@7 not-a-pointer@9 alignment@7     not-a-pointer@9 alignment@7     alignment@7     alignment@7
-- table a variable read of numbers: VAR ACT
r6 = *(u32 *)(r1 + 0)
r9 = 0
*(u64 *)(r10 - 8) = r9
*(u64 *)(r10 - 16) = r9
$VAR
r2 = r10
r2 += r6
$ACT
r7 = map[values][0]+0
r7 += r0
r0 = *(u64 *)(r7 + 32)
exit
-- expect
       ld8       ld64          lds16       st8           st64          stx8          stx64         stp           atomic
7      bounds@12 alignment@8   alignment@8 unreadable@11 alignment@8   unreadable@11 alignment@8   alignment@8   alignment@8
8      bounds@12 arithmetic@11 bounds@12   unreadable@11 unreadable@11 unreadable@11 unreadable@11 unreadable@11 stack@8
15     bounds@12 alignment@8   alignment@8 unreadable@11 alignment@8   unreadable@11 alignment@8   alignment@8   alignment@8
16     stack@8   stack@8       stack@8     stack@8       stack@8       stack@8       stack@8       stack@8       stack@8
511    bounds@12 alignment@8   alignment@8 unreadable@11 alignment@8   unreadable@11 alignment@8   alignment@8   alignment@8
1023   stack@8   alignment@8   alignment@8 stack@8       alignment@8   stack@8       alignment@8   alignment@8   alignment@8
any    stack@7   alignment@7   alignment@7 stack@7       alignment@7   stack@7       alignment@7   alignment@7   alignment@7
signed stack@7   alignment@7   alignment@7 stack@7       alignment@7   stack@7       alignment@7   alignment@7   alignment@7
neg    bounds@11 alignment@7   alignment@7 unreadable@10 alignment@7   unreadable@10 alignment@7   alignment@7   alignment@7
1or2   bounds@12 alignment@8   alignment@8 unreadable@11 alignment@8   unreadable@11 alignment@8   alignment@8   alignment@8
