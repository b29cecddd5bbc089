Exceptions: where they may be thrown, what may be held then, and what becomes of them.
-- kernel
-- type sched_cls
-- funcs
static int main(ctx)
static int f(int)
struct item 16 long@0
-- maps
locks array 4 32 1 spin_lock@0
records ringbuf 0 0 4096
-- before
r6 = r1
-- set HELD
nothing  r0 = 0
number   r1 = *(u32 *)(r6 + 0)
rcu      call kfunc[bpf_rcu_read_lock]
preempt  call kfunc[bpf_preempt_disable]
object   r1 = type[item]; r2 = 0; call kfunc[bpf_obj_new_impl]; if r0 == 0 goto over; over: r0 = 0
record   r1 = map[records]; r2 = 8; r3 = 0; call bpf_ringbuf_reserve; if r0 == 0 goto over; over: r0 = 0
lock     r1 = map[locks][0]+0; call bpf_spin_lock
iter     r1 = r10; r1 += -8; r2 = 0; r3 = 4; call kfunc[bpf_iter_num_new]
-- set THROW
0        r1 = 0; call kfunc[bpf_throw]
7        r1 = 7; call kfunc[bpf_throw]
64       r1 = 64; call kfunc[bpf_throw]
negative r1 = -1; call kfunc[bpf_throw]
any      r1 = *(u32 *)(r6 + 0); call kfunc[bpf_throw]
ctx      r1 = r6; call kfunc[bpf_throw]
stack    r1 = r10; call kfunc[bpf_throw]
none     r5 = r5; call kfunc[bpf_throw]
maybe    r2 = *(u32 *)(r6 + 0); if r2 == 0 goto calm; r1 = 3; call kfunc[bpf_throw]; calm: r0 = 0
call     r1 = r6; call f
-- after
r0 = 0
exit
calls: r1 = r6
call f
r0 = 0
exit
f: r2 = *(u32 *)(r1 + 0)
if r2 == 0 goto fine
r1 = 5
call kfunc[bpf_throw]
fine: r0 = 0
exit
-- table where: HELD THROW
r7 = *(u32 *)(r6 + 0)
if r7 == 99 goto calls
$HELD
$THROW
-- expect
        0            7            64           negative     any          ctx         stack       none          maybe        call
nothing ok           ok           ok           ok           ok           argument@5  argument@5  unreadable@4  ok           ok
number  ok           ok           ok           ok           ok           argument@5  argument@5  unreadable@4  ok           ok
rcu     lock@5       lock@5       lock@5       lock@5       lock@5       argument@5  argument@5  unreadable@4  lock@7       lock@15
preempt lock@5       lock@5       lock@5       lock@5       lock@5       argument@5  argument@5  unreadable@4  lock@7       lock@15
object  reference@9  reference@9  reference@9  reference@9  reference@9  argument@9  argument@9  unreadable@8  reference@11 reference@19
record  reference@11 reference@11 reference@11 reference@11 reference@11 argument@11 argument@11 unreadable@10 reference@13 reference@21
lock    lock@7       lock@7       lock@7       lock@7       lock@7       lock@7      lock@7      unreadable@6  lock@9       lock@17
iter    reference@9  reference@9  reference@9  reference@9  reference@9  argument@9  argument@9  unreadable@8  reference@11 reference@19
-- table behind it: THROW
r7 = *(u32 *)(r6 + 0)
if r7 == 99 goto calls
$THROW
r0 = *(u64 *)(r9 + 0)
-- expect
0        ok
7        ok
64       ok
negative ok
any      ok
ctx      argument@4
stack    argument@4
none     unreadable@3
maybe    unreadable@8
call     unreadable@5
-- funcs
static int main(ctx)
global int f(ctx)
struct item 16 long@0
-- after
r0 = 0
exit
f: r1 = 0
call kfunc[bpf_throw]
r0 = 0
exit
-- table in a function of its own: HELD
$HELD
r1 = r6
call f
-- expect
nothing ok
number  ok
rcu     lock@5
preempt lock@5
object  reference@9
record  reference@11
lock    lock@5
iter    reference@9
-- case an object is held where a function throws that is verified on its own
r1 = type[item]
r2 = 0
call kfunc[bpf_obj_new_impl]
if r0 == 0 goto over
r7 = r0
r1 = r6
call f
r1 = r7
r2 = 0
call kfunc[bpf_obj_drop_impl]
over: r0 = 0
-- accept
-- funcs
static int main(ctx)
static int f(int, ptr)
struct item 16 long@0
-- after
r0 = 0
exit
f: r1 = 0
call kfunc[bpf_throw]
r0 = 0
exit
-- case in a function that is called back
r1 = 4
r2 = subprog[f]
r3 = 0
r4 = 0
call bpf_loop
-- refuse call @0
-- funcs
static int main(ctx)
global int f(long)
handler f
struct item 16 long@0
-- set MAKE
zero     r0 = 0
same     r0 = r1
masked   r1 &= 1; r0 = r1
less     if r1 > 1 goto big; r0 = r1; exit; big: r0 = 2
none     r5 = r1
stack    r0 = r10
throw    r1 = 0; call kfunc[bpf_throw]; r0 = 0
wide     r0 = *(u64 *)(r1 + 0)
-- after
r0 = 0
exit
f: r2 = r1
$MAKE
exit
-- table a handler: MAKE THROW
r3 = subprog[f]
$THROW
-- expect
       0      7      64     negative any    ctx    stack  none   maybe  call
zero   call@1 call@1 call@1 call@1   call@1 call@1 call@1 call@1 call@1 call@1
same   call@1 call@1 call@1 call@1   call@1 call@1 call@1 call@1 call@1 call@1
masked call@1 call@1 call@1 call@1   call@1 call@1 call@1 call@1 call@1 call@1
less   call@1 call@1 call@1 call@1   call@1 call@1 call@1 call@1 call@1 call@1
none   call@1 call@1 call@1 call@1   call@1 call@1 call@1 call@1 call@1 call@1
stack  call@1 call@1 call@1 call@1   call@1 call@1 call@1 call@1 call@1 call@1
throw  call@1 call@1 call@1 call@1   call@1 call@1 call@1 call@1 call@1 call@1
wide   call@1 call@1 call@1 call@1   call@1 call@1 call@1 call@1 call@1 call@1
-- type xdp
-- table a handler of packets: MAKE THROW
r3 = subprog[f]
$THROW
-- expect
       0      7      64     negative any    ctx    stack  none   maybe  call
zero   call@1 call@1 call@1 call@1   call@1 call@1 call@1 call@1 call@1 call@1
same   call@1 call@1 call@1 call@1   call@1 call@1 call@1 call@1 call@1 call@1
masked call@1 call@1 call@1 call@1   call@1 call@1 call@1 call@1 call@1 call@1
less   call@1 call@1 call@1 call@1   call@1 call@1 call@1 call@1 call@1 call@1
none   call@1 call@1 call@1 call@1   call@1 call@1 call@1 call@1 call@1 call@1
stack  call@1 call@1 call@1 call@1   call@1 call@1 call@1 call@1 call@1 call@1
throw  call@1 call@1 call@1 call@1   call@1 call@1 call@1 call@1 call@1 call@1
wide   call@1 call@1 call@1 call@1   call@1 call@1 call@1 call@1 call@1 call@1
-- type cgroup_skb attach=cgroup_inet_ingress
-- table a handler of a program whose result is checked: MAKE THROW
r3 = subprog[f]
$THROW
-- expect
       0      7      64     negative any    ctx    stack  none   maybe  call
zero   call@1 call@1 call@1 call@1   call@1 call@1 call@1 call@1 call@1 call@1
same   call@1 call@1 call@1 call@1   call@1 call@1 call@1 call@1 call@1 call@1
masked call@1 call@1 call@1 call@1   call@1 call@1 call@1 call@1 call@1 call@1
less   call@1 call@1 call@1 call@1   call@1 call@1 call@1 call@1 call@1 call@1
none   call@1 call@1 call@1 call@1   call@1 call@1 call@1 call@1 call@1 call@1
stack  call@1 call@1 call@1 call@1   call@1 call@1 call@1 call@1 call@1 call@1
throw  call@1 call@1 call@1 call@1   call@1 call@1 call@1 call@1 call@1 call@1
wide   call@1 call@1 call@1 call@1   call@1 call@1 call@1 call@1 call@1 call@1
-- funcs
static int main(ctx)
static int f(long)
handler f
-- set MAKE1
zero r0 = 0
-- after
r0 = 0
exit
f: r0 = 0
exit
-- case a handler that is not global
r3 = subprog[f]
r1 = 0
call kfunc[bpf_throw]
-- refuse call @0
-- funcs
static int main(ctx)
global int f(long)
handler g
-- case a handler that is not there
r3 = subprog[f]
r1 = 0
call kfunc[bpf_throw]
-- refuse call @0
-- funcs
static int main(ctx)
global int f(long)
handler f
handler f
-- case two handlers
r3 = subprog[f]
r1 = 0
call kfunc[bpf_throw]
-- refuse call @0
-- funcs
static int main(ctx)
global int f(int, int)
handler f
-- case a handler of two numbers
r3 = subprog[f]
r1 = 0
call kfunc[bpf_throw]
-- refuse call @1
-- funcs
static int main(ctx)
global int f()
handler f
-- case a handler of nothing
r3 = subprog[f]
r1 = 0
call kfunc[bpf_throw]
-- refuse call @1
