Functions of the program: what they get, keep, return, and how deep they go; global functions by their types.
-- type sched_cls
-- maps
values array 4 48 1
hash hash 4 48 8
progs prog_array 4 4 4
-- case a function
call f
exit
f: r0 = 1
exit
-- accept
-- case r1 to r5 are gone
r1 = 1
call f
r0 = r1
exit
f: r0 = 1
exit
-- refuse unreadable @2
-- case r6 is kept
r6 = 7
call f
r0 = r6
exit
f: r6 = 1
r0 = r6
exit
-- accept
-- case r6 of the caller is not seen
r6 = 7
call f
exit
f: r0 = r6
exit
-- refuse unreadable @3
-- case r0 is not set
call f
exit
f: exit
-- refuse unreadable @1
-- case r0 is not set on one path
call f
exit
f: if r1 == 0 goto +1
r0 = 1
exit
-- refuse unreadable @1
-- set RET
number  r0 = 3
r1      r0 = r1
fp      r0 = r10
ctx     r0 = r1
map     r0 = map[values]
value   r0 = map[values][0]+0
packet  r0 = *(u32 *)(r1 + 76)
caller  r0 = r2
-- set USE
nothing  r7 = r0
return   exit
load     r0 = *(u32 *)(r0 + 0)
store    *(u32 *)(r0 + 0) = 1
-- table what a function returns: RET USE
r6 = r1
*(u64 *)(r10 - 8) = 0
r2 = r10
r2 += -8
call f
$USE
r0 = 0
exit
f: $RET
exit
-- expect
       nothing return    load            store
number ok      invalid@6 not-a-pointer@5 not-a-pointer@5
r1     ok      invalid@6 ok              context@5
fp     call@9  invalid@6 call@9          call@9
ctx    ok      invalid@6 ok              context@5
map    ok      invalid@6 ok              read-only@5
value  ok      invalid@6 ok              ok
packet ok      invalid@6 packet-bounds@5 packet-bounds@5
caller call@9  invalid@6 call@9          call@9
-- set FSTACK
read      r0 = *(u64 *)(r2 - 8)
read_16   r0 = *(u64 *)(r2 - 16)
write     *(u64 *)(r2 - 8) = 5
write_ptr *(u64 *)(r2 - 8) = r1
write_fp  *(u64 *)(r2 - 8) = r10
write_cfp *(u64 *)(r2 - 8) = r2
below     *(u64 *)(r2 - 520) = 5
above     *(u64 *)(r2 + 0) = 5
own       *(u64 *)(r10 - 8) = r2
-- set CSTACK
nothing  r7 = 0
number   r0 = *(u64 *)(r10 - 8); r7 = map[values][0]+0; r7 += r0; r0 = *(u8 *)(r7 + 40)
pointer  r1 = *(u64 *)(r10 - 8); r0 = *(u32 *)(r1 + 0)
-- table a function and the stack of its caller: FSTACK CSTACK
*(u64 *)(r10 - 8) = 7
r2 = r10
call f
$CSTACK
r0 = 0
exit
f: $FSTACK
r0 = 0
exit
-- expect
          nothing number       pointer
read      ok      ok           not-a-pointer@4
read_16   ok      ok           not-a-pointer@4
write     ok      ok           not-a-pointer@4
write_ptr ok      arithmetic@6 ok
write_fp  stack@6 stack@10     stack@7
write_cfp stack@6 stack@10     stack@7
below     stack@6 stack@10     stack@7
above     stack@6 stack@10     stack@7
own       ok      ok           not-a-pointer@4
-- case a range that is known in the caller
r6 = *(u32 *)(r1 + 0)
if r6 > 40 goto out
r1 = r6
call f
out: r0 = 0
exit
f: r2 = map[values][0]+0
r2 += r1
r0 = *(u64 *)(r2 + 0)
exit
-- accept
-- case a range that a function finds
r6 = *(u32 *)(r1 + 0)
r1 = r6
call f
if r0 == 0 goto out
r2 = map[values][0]+0
r2 += r6
r0 = *(u64 *)(r2 + 0)
out: r0 = 0
exit
f: r0 = 0
if r1 > 40 goto +1
r0 = 1
exit
-- accept
-- case a pointer tested in a function
*(u64 *)(r10 - 8) = 0
r1 = map[hash]
r2 = r10
r2 += -8
call bpf_map_lookup_elem
r6 = r0
r1 = r0
call f
if r0 == 0 goto out
r0 = *(u32 *)(r6 + 0)
out: r0 = 0
exit
f: r0 = 0
if r1 == 0 goto +1
r0 = 1
exit
-- accept
-- case packet pointers are lost in a function
r6 = r1
r7 = *(u32 *)(r1 + 76)
r8 = *(u32 *)(r1 + 80)
r2 = r7
r2 += 8
if r2 > r8 goto out
call f
r0 = *(u8 *)(r7 + 0)
out: r0 = 0
exit
f: r2 = 8
call bpf_skb_pull_data
exit
-- refuse not-a-pointer @7
-- case packet pointers are kept over a function
r7 = *(u32 *)(r1 + 76)
r8 = *(u32 *)(r1 + 80)
r2 = r7
r2 += 8
if r2 > r8 goto out
call f
r0 = *(u8 *)(r7 + 0)
out: r0 = 0
exit
f: call bpf_get_hash_recalc
exit
-- accept
-- case a range proven in a function holds in the caller
r7 = *(u32 *)(r1 + 76)
r8 = *(u32 *)(r1 + 80)
r1 = r7
r2 = r8
call f
if r0 == 0 goto out
r0 = *(u8 *)(r7 + 0)
out: r0 = 0
exit
f: r0 = 0
r3 = r1
r3 += 8
if r3 > r2 goto +1
r0 = 1
exit
-- accept
-- set DEPTHS
240  *(u64 *)(r10 - 240) = 0
256  *(u64 *)(r10 - 256) = 0
264  *(u64 *)(r10 - 264) = 0
512  *(u64 *)(r10 - 512) = 0
1    *(u8 *)(r10 - 1) = 0
-- set DEPTHS2
224  *(u64 *)(r10 - 224) = 0
256  *(u64 *)(r10 - 256) = 0
257  *(u8 *)(r10 - 257) = 0
264  *(u64 *)(r10 - 264) = 0
272  *(u64 *)(r10 - 272) = 0
0    r0 = 0
-- table stacks together: DEPTHS DEPTHS2
$DEPTHS
call f
r0 = 0
exit
f: $DEPTHS2
r0 = 0
exit
-- expect
    224     256     257     264     272     0
240 ok      ok      ok      ok      ok      ok
256 ok      ok      depth@0 depth@0 depth@0 ok
264 ok      depth@0 depth@0 depth@0 depth@0 ok
512 depth@0 depth@0 depth@0 depth@0 depth@0 ok
1   ok      ok      ok      ok      ok      ok
-- table stacks of three: DEPTHS DEPTHS2
$DEPTHS
call f
r0 = 0
exit
f: r0 = 0
call g
exit
g: $DEPTHS2
r0 = 0
exit
-- expect
    224     256     257     264     272     0
240 ok      ok      ok      ok      ok      ok
256 ok      ok      depth@0 depth@0 depth@0 ok
264 ok      depth@0 depth@0 depth@0 depth@0 ok
512 depth@0 depth@0 depth@0 depth@0 depth@0 ok
1   ok      ok      ok      ok      ok      ok
-- table a tail call below: DEPTHS
r6 = r1
$DEPTHS
r1 = r6
call f
r0 = 0
exit
f: r2 = map[progs]
r3 = 0
call bpf_tail_call
r0 = 0
exit
-- expect
240 invalid@6
256 invalid@6
264 invalid@6
512 invalid@6
1   invalid@6
-- case eight frames
call a
exit
a: call b
exit
b: call c
exit
c: call d
exit
d: call e
exit
e: call f
exit
f: call g
exit
g: r0 = 0
exit
-- accept
-- case nine frames
call a
exit
a: call b
exit
b: call c
exit
c: call d
exit
d: call e
exit
e: call f
exit
f: call g
exit
g: call h
exit
h: r0 = 0
exit
-- refuse depth @14
-- case recursion
call a
exit
a: call a
exit
-- refuse depth @2
-- case a function that is only called where nothing comes
r0 = 0
if r0 == 0 goto +1
call f
exit
f: r0 = *(u32 *)(r9 + 0)
exit
-- accept
-- case the address of a stack that is gone, kept in the caller's
r2 = r10
r2 += -8
*(u64 *)(r10 - 8) = 0
call f
r1 = *(u64 *)(r10 - 8)
r0 = *(u64 *)(r1 - 8)
exit
f: r3 = r10
*(u64 *)(r10 - 8) = 0
*(u64 *)(r2 + 0) = r3
r0 = 0
exit
-- refuse stack @9
-- funcs
static int main(ctx)
global int f(int)
-- case a global function
r1 = 5
call f
r0 = 0
exit
f: r0 = r1
exit
-- accept
-- case a global function does not know what it gets
r1 = 5
call f
r0 = 0
exit
f: r2 = map[values][0]+0
r2 += r1
r0 = *(u8 *)(r2 + 0)
exit
-- refuse arithmetic @6
-- case a global function gets a pointer for a number
r1 = r10
call f
r0 = 0
exit
f: r0 = 0
exit
-- refuse call @1
-- case the caller does not know what a global function returns
r1 = 5
call f
r2 = map[values][0]+0
r2 += r0
r0 = *(u8 *)(r2 + 0)
exit
f: r0 = 5
exit
-- refuse arithmetic @4
-- case a global function returns a pointer
r1 = 5
call f
r0 = 0
exit
f: r0 = r10
exit
-- refuse return @5
-- case a global function returns nothing
r1 = 5
call f
r0 = 0
exit
f: exit
-- refuse unreadable @4
-- case a global function reads what it does not get
r1 = 5
r2 = 5
call f
r0 = 0
exit
f: r0 = r2
exit
-- refuse unreadable @5
-- case a global function that is never reached is not looked at
r0 = 0
if r0 == 0 goto +1
call f
exit
f: r0 = *(u32 *)(r9 + 0)
exit
-- accept
-- case a global function is wrong
r1 = 5
call f
r0 = 0
exit
f: r0 = *(u32 *)(r1 + 0)
exit
-- refuse not-a-pointer @4
-- case a global function keeps packet pointers
r7 = *(u32 *)(r1 + 76)
r8 = *(u32 *)(r1 + 80)
r2 = r7
r2 += 8
if r2 > r8 goto out
r1 = 0
call f
r0 = *(u8 *)(r7 + 0)
out: r0 = 0
exit
f: r0 = 0
exit
-- accept
-- funcs
static int main(ctx)
global int f(ctx)
-- case a global function gets the context
call f
r0 = 0
exit
f: r0 = *(u32 *)(r1 + 0)
exit
-- accept
-- case ... moved
r1 += 4
call f
r0 = 0
exit
f: r0 = 0
exit
-- refuse arithmetic @1
-- case ... a number in its place
r1 = 0
call f
r0 = 0
exit
f: r0 = 0
exit
-- refuse call @1
-- case a global function changes the packet
r6 = r1
r7 = *(u32 *)(r1 + 76)
r8 = *(u32 *)(r1 + 80)
r2 = r7
r2 += 8
if r2 > r8 goto out
call f
r0 = *(u8 *)(r7 + 0)
out: r0 = 0
exit
f: r2 = 8
call bpf_skb_pull_data
exit
-- refuse not-a-pointer @7
-- case a global function with a tail call loses packet pointers
r7 = *(u32 *)(r1 + 76)
r8 = *(u32 *)(r1 + 80)
r2 = r7
r2 += 8
if r2 > r8 goto out
call f
r0 = *(u8 *)(r7 + 0)
out: r0 = 0
exit
f: r2 = map[progs]
r3 = 0
call bpf_tail_call
r0 = 0
exit
-- refuse not-a-pointer @6
-- funcs
static int main(ctx)
global int f(mem8)
-- set ARG
fp-8     r1 = r10; r1 += -8
fp-4     r1 = r10; r1 += -4
unset    r1 = r10; r1 += -64
value    r1 = map[values][0]+40
value_41 r1 = map[values][0]+41
zero     r1 = 0
number   r1 = 5
ctx      r1 = r1
packet   r1 = *(u32 *)(r1 + 76)
maybe    r1 = map[hash]; r2 = r10; r2 += -8; call bpf_map_lookup_elem; r1 = r0
-- set FUN
checked   if r1 == 0 goto +1; r0 = *(u64 *)(r1 + 0)
unchecked r0 = *(u64 *)(r1 + 0)
write     if r1 == 0 goto +1; *(u64 *)(r1 + 0) = 7
beyond    if r1 == 0 goto +1; r0 = *(u64 *)(r1 + 1)
-- table a global function and memory: ARG FUN
*(u64 *)(r10 - 8) = 0
$ARG
call f
r0 = *(u64 *)(r10 - 8)
r0 = 0
exit
f: r0 = 0
$FUN
exit
-- expect
         checked         unchecked       write           beyond
fp-8     ok              maybe-null@8    ok              bounds@9
fp-4     stack@3         stack@3         stack@3         stack@3
unset    ok              maybe-null@8    ok              bounds@9
value    ok              maybe-null@8    ok              bounds@9
value_41 bounds@3        bounds@3        bounds@3        bounds@3
zero     ok              maybe-null@7    ok              bounds@8
number   not-a-pointer@2 not-a-pointer@2 not-a-pointer@2 not-a-pointer@2
ctx      context@2       context@2       context@2       context@2
packet   packet-bounds@2 packet-bounds@2 packet-bounds@2 packet-bounds@2
maybe    ok              maybe-null@12   ok              bounds@13
-- funcs
static int main(ctx)
global void f(ctx)
-- case a global function that returns nothing
call f
r0 = 0
exit
f: exit
-- refuse call @0
-- case ... whose result is used
call f
exit
f: r0 = 1
exit
-- refuse call @0
-- funcs
static int main(ctx)
global int f(int, int, int, int, int)
-- case five arguments
r1 = 1
r2 = 2
r3 = 3
r4 = 4
r5 = 5
call f
r0 = 0
exit
f: r0 = r5
exit
-- accept
-- case the fifth is not set
r1 = 1
r2 = 2
r3 = 3
r4 = 4
call f
r0 = 0
exit
f: r0 = r4
exit
-- refuse unreadable @4
