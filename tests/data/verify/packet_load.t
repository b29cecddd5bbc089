Packet loads of classic BPF: what they want, and that a function may end in one, with 0.
-- type sched_cls
-- maps
values array 4 48 1
-- case a program may end in one
r6 = r1
r0 = *(u32 *)skb[0]
exit
-- accept
-- funcs
static int main(ctx)
static int f(ctx)
-- set LOAD
abs r0 = *(u32 *)skb[0]
ind r7 = 0; r0 = *(u32 *)skb[r7 + 0]
-- set TEST
never    if r0 == 7 goto bad
zero     if r0 == 0 goto bad
one      if r0 == 1 goto bad
not_zero if r0 != 0 goto bad
other    if r0 != 1 goto bad
-- table a function that ends in a load gives 0: LOAD TEST
call f
$TEST
r0 = 0
exit
bad: r0 = r9
exit
f: r6 = r1
$LOAD
r0 = 1
exit
-- expect
    never zero         one          not_zero     other
abs ok    unreadable@4 unreadable@4 unreadable@4 unreadable@4
ind ok    unreadable@4 unreadable@4 unreadable@4 unreadable@4
-- case callee saved registers of the caller are as before
r6 = r1
r9 = 3
call f
r0 = r9
r0 += r0
exit
f: r6 = r1
r9 = 1000
r0 = *(u32 *)skb[0]
exit
-- accept
-- funcs
static int main(ctx)
static void f(ctx)
-- table functions that do not return int have none: LOAD
call f
r0 = 0
exit
f: r6 = r1
$LOAD
r0 = 1
exit
-- expect
abs invalid@3
ind invalid@3
-- funcs
static int main(ctx)
static int f(int, ptr)
-- table callbacks have none: LOAD
r3 = r1
r1 = 1
r2 = subprog[f]
r4 = 0
call bpf_loop
r0 = 0
exit
f: r6 = r2
$LOAD
r0 = 0
exit
-- expect
abs argument@5
ind argument@5
