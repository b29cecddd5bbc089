Exceptions: what a program returns that throws one, and what its handler makes of it.
-- kernel
-- type sched_cls
-- loads
-- set NUMBER
0   r1 = 0
7   r1 = 7
big r1 = 0x1200000003 ll
-1  r1 = -1
-- set KEPT
none r6 = 0
some r6 = 5
-- maps
out array 4 1024 1
-- funcs
static int main(ctx)
static int f(int)
static int g(int)
-- table from two functions down: NUMBER KEPT
r7 = map[out][0]+0
$KEPT
*(u64 *)(r7 + 0) = 3
r1 = r6
call f
*(u64 *)(r7 + 8) = r0
r0 = 100
exit
f: r8 = r1
call g
r0 += r8
exit
g: r0 = 9
if r1 != 0 goto calm
$NUMBER
call kfunc[bpf_throw]
calm: exit
-- funcs
static int main(ctx)
static int back(int, ptr)
static int f(int)
global int saved(long)
handler saved
-- table with a handler: NUMBER KEPT
$KEPT
r1 = 3
r2 = subprog[back]
r3 = 0
r4 = 0
call bpf_loop
r1 = r6
call f
r0 += 50
r1 = 0
if r1 == 0 goto over
r1 = subprog[saved]
over: exit
back: r1 = map[out][0]+0
r2 = *(u64 *)(r1 + 0)
r2 += 1
*(u64 *)(r1 + 0) = r2
r0 = 0
exit
f: r0 = 1
if r1 != 0 goto calm
$NUMBER
call kfunc[bpf_throw]
calm: exit
saved: r6 = map[out][0]+0
r2 = *(u64 *)(r6 + 16)
r2 += r1
*(u64 *)(r6 + 16) = r2
*(u64 *)(r10 - 512) = r2
r0 = r1
r0 += 1000
exit
