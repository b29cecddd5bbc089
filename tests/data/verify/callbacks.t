Callbacks: functions that helpers call, at once or later.
-- type sched_cls
-- maps
values array 4 48 4
hash hash 4 48 8
one array 4 48 1
timers array 4 32 1 timer@8
locks array 4 32 1 spin_lock@0
records ringbuf 0 0 4096
-- funcs
static int main(ctx)
static int f(int, ptr)
static int g(int, ptr)
-- set N
0      r1 = 0
1      r1 = 1
10     r1 = 10
huge   r1 = 8388608
more   r1 = 8388609
any    r1 = *(u32 *)(r1 + 0)
-- set BODY
nothing  r0 = 0; exit
stop     r0 = 1; exit
two      r0 = 2; exit
any      r0 = *(u64 *)(r10 - 8); exit
index    r0 = r1; exit
masked   r1 &= 1; r0 = r1; exit
ctx      r0 = *(u64 *)(r2 + 0); r0 = 0; exit
write    *(u64 *)(r2 + 0) = 5; r0 = 0; exit
inc      r0 = *(u64 *)(r2 + 0); r0 += 1; *(u64 *)(r2 + 0) = r0; r0 = 0; exit
beyond   r0 = *(u64 *)(r2 + 8); r0 = 0; exit
wrong    r0 = *(u64 *)(r3 + 0); r0 = 0; exit
no_r0    exit
value    r3 = map[one][0]+0; r3 += r1; r0 = *(u8 *)(r3 + 0); r0 = 0; exit
-- table bpf_loop: N BODY
r6 = r1
*(u64 *)(r10 - 8) = 3
$N
r2 = subprog[f]
r3 = r10
r3 += -8
r4 = 0
call bpf_loop
r0 = 0
exit
f: $BODY
-- expect
     nothing stop two       any       index     masked ctx write inc beyond   wrong         no_r0         value
0    ok      ok   ok        ok        ok        ok     ok  ok    ok  ok       ok            ok            ok
1    ok      ok   return@12 return@12 return@12 ok     ok  ok    ok  stack@11 unreadable@11 unreadable@11 arithmetic@13
10   ok      ok   return@12 return@12 return@12 ok     ok  ok    ok  stack@11 unreadable@11 unreadable@11 arithmetic@13
huge ok      ok   return@12 return@12 return@12 ok     ok  ok    ok  stack@11 unreadable@11 unreadable@11 arithmetic@13
more ok      ok   return@12 return@12 return@12 ok     ok  ok    ok  stack@11 unreadable@11 unreadable@11 arithmetic@13
any  ok      ok   return@12 return@12 return@12 ok     ok  ok    ok  stack@11 unreadable@11 unreadable@11 arithmetic@13
-- set COUNTED
first    r2 = *(u64 *)(r10 - 16)
second   r2 = *(u64 *)(r10 - 8)
-- set USED
not      r2 = 0
branch   if r2 == 77 goto +0
index    r3 = map[one][0]+0; r3 += r2; r0 = *(u8 *)(r3 + 0)
masked   r2 &= 1; r3 = map[one][0]+0; r3 += r2; r0 = *(u8 *)(r3 + 0)
-- table of two numbers that a callback counts, one is used: COUNTED USED
*(u64 *)(r10 - 8) = 0
*(u64 *)(r10 - 16) = 0
r1 = 3000
r2 = subprog[f]
r3 = r10
r3 += -16
r4 = 0
call bpf_loop
$COUNTED
$USED
r0 = 0
exit
f: r0 = *(u64 *)(r2 + 0)
r0 += 1
*(u64 *)(r2 + 0) = r0
r0 = *(u64 *)(r2 + 8)
if r0 > 5 goto +2
r0 += 1
*(u64 *)(r2 + 8) = r0
r0 = 0
exit
-- expect
       not branch index     masked
first  ok  ok     bounds@13 ok
second ok  ok     ok        ok
-- case what the callback wrote is not known afterwards
*(u64 *)(r10 - 8) = 3
r1 = 10
r2 = subprog[f]
r3 = r10
r3 += -8
r4 = 0
call bpf_loop
r1 = *(u64 *)(r10 - 8)
r2 = map[hash]
r3 = 1
r0 = 0
exit
f: *(u64 *)(r2 + 0) = 100
r0 = 0
exit
-- accept
-- set AFTERN
10     r1 = 10
0      r1 = 0
any    r1 = *(u32 *)(r1 + 0)
-- set WROTE
5      *(u64 *)(r2 + 0) = 5; r0 = 0; exit
100    *(u64 *)(r2 + 0) = 100; r0 = 0; exit
none   r0 = 0; exit
once   r0 = *(u64 *)(r2 + 0); if r0 == 5 goto +1; *(u64 *)(r2 + 0) = 5; r0 = 0; exit
inc    r0 = *(u64 *)(r2 + 0); r0 += 1; *(u64 *)(r2 + 0) = r0; r0 = 0; exit
incmax r0 = *(u64 *)(r2 + 0); if r0 > 9 goto +2; r0 += 1; *(u64 *)(r2 + 0) = r0; r0 = 0; exit
-- table an index that a callback changes: AFTERN WROTE
*(u64 *)(r10 - 8) = 3
$AFTERN
r2 = subprog[f]
r3 = r10
r3 += -8
r4 = 0
call bpf_loop
r1 = *(u64 *)(r10 - 8)
r2 = map[locks]
r3 = r10
r3 += -16
*(u64 *)(r10 - 16) = 0
r3 += -16
r3 += r1
*(u8 *)(r3 + 0) = 1
r0 = 0
exit
f: $WROTE
-- expect
    5  100      none once inc      incmax
10  ok stack@16 ok   ok   ok       ok
0   ok ok       ok   ok   ok       ok
any ok stack@16 ok   ok   stack@16 ok
-- set LOOPARG
ctx_num   r3 = 5
ctx_zero  r3 = 0
ctx_ctx   r3 = r6
flags     r4 = 1
no_func   r2 = 0
map       r2 = map[hash]
-- table arguments of bpf_loop: LOOPARG
r6 = r1
r1 = 3
r2 = subprog[f]
r3 = 0
r4 = 0
$LOOPARG
call bpf_loop
r0 = 0
exit
f: r0 = 0
exit
-- expect
ctx_num  argument@7
ctx_zero ok
ctx_ctx  argument@7
flags    ok
no_func  argument@7
map      argument@8
-- case a record got in a callback is kept
r1 = 3
r2 = subprog[f]
r3 = 0
r4 = 0
call bpf_loop
r0 = 0
exit
f: r1 = map[records]
r2 = 8
r3 = 0
call bpf_ringbuf_reserve
r0 = 0
exit
-- refuse reference @7
-- case a record is given back in the callback
r1 = map[records]
r2 = 8
r3 = 0
call bpf_ringbuf_reserve
if r0 == 0 goto out
*(u64 *)(r10 - 8) = r0
r1 = 1
r2 = subprog[f]
r3 = r10
r3 += -8
r4 = 0
call bpf_loop
out: r0 = 0
exit
f: r1 = *(u64 *)(r2 + 0)
r2 = 0
call bpf_ringbuf_submit
r0 = 0
exit
-- refuse reference @15
-- case a loop in a loop
r1 = 100
r2 = subprog[f]
r3 = 0
r4 = 0
call bpf_loop
r0 = 0
exit
f: r1 = 100
r2 = subprog[g]
r3 = 0
r4 = 0
call bpf_loop
r0 = 0
exit
g: r0 = 0
exit
-- accept
-- case the callback calls itself
r1 = 100
r2 = subprog[f]
r3 = 0
r4 = 0
call bpf_loop
r0 = 0
exit
f: r1 = 100
r2 = subprog[f]
r3 = 0
r4 = 0
call bpf_loop
r0 = 0
exit
-- refuse depth @13
-- set EACH
key      r0 = *(u32 *)(r2 + 0); r0 = 0; exit
key_w    *(u32 *)(r2 + 0) = 1; r0 = 0; exit
key_5    r0 = *(u32 *)(r2 + 1); r0 = 0; exit
value    r0 = *(u64 *)(r3 + 40); r0 = 0; exit
value_w  *(u64 *)(r3 + 40) = 7; r0 = 0; exit
value_41 r0 = *(u64 *)(r3 + 41); r0 = 0; exit
map      r2 = r10; r2 += -8; *(u64 *)(r10 - 8) = 0; call bpf_map_lookup_elem; r0 = 0; exit
delete   call bpf_map_delete_elem; r0 = 0; exit
ctx      r0 = *(u64 *)(r4 + 0); r0 = 0; exit
five     r0 = r5; exit
ret_2    r0 = 2; exit
ret_1    r0 = 1; exit
-- set EMAP
values
hash
records
-- table for_each_map_elem: EACH EMAP
*(u64 *)(r10 - 8) = 3
r1 = map[$EMAP]
r2 = subprog[f]
r3 = r10
r3 += -8
r4 = 0
call bpf_for_each_map_elem
r0 = 0
exit
f: $EACH
-- expect
         values        hash          records
key      ok            ok            argument@8
key_w    read-only@11  read-only@11  argument@8
key_5    bounds@11     bounds@11     argument@8
value    ok            ok            argument@8
value_w  ok            ok            argument@8
value_41 bounds@11     bounds@11     argument@8
map      ok            ok            argument@8
delete   ok            ok            argument@8
ctx      ok            ok            argument@8
five     unreadable@11 unreadable@11 argument@8
ret_2    return@12     return@12     argument@8
ret_1    ok            ok            argument@8
-- set TIMER
init      r1 = r7; r1 += 8; r2 = map[timers]; r3 = 0; call bpf_timer_init
init_hash r1 = r7; r1 += 8; r2 = map[hash]; r3 = 0; call bpf_timer_init
init_0    r1 = r7; r2 = map[timers]; r3 = 0; call bpf_timer_init
start     r1 = r7; r1 += 8; r2 = 0; r3 = 0; call bpf_timer_start
cancel    r1 = r7; r1 += 8; call bpf_timer_cancel
callback  r1 = r7; r1 += 8; r2 = subprog[f]; call bpf_timer_set_callback
read      r0 = *(u64 *)(r7 + 8)
read_0    r0 = *(u64 *)(r7 + 0)
write     *(u32 *)(r7 + 20) = 0
write_24  *(u32 *)(r7 + 24) = 0
var       r1 = *(u32 *)(r6 + 0); r1 &= 31; r1 += r7; r0 = *(u8 *)(r1 + 0)
source    r1 = r6; r2 = 0; r3 = r7; r4 = 16; r5 = 0; call bpf_skb_store_bytes
-- set TBODY
nothing  r0 = 0; exit
ret_1    r0 = 1; exit
value    r0 = *(u64 *)(r3 + 0); r0 = 0; exit
timer    r0 = *(u64 *)(r3 + 8); r0 = 0; exit
key      r0 = *(u32 *)(r2 + 0); r0 = 0; exit
-- table timers in values: TIMER TBODY
r6 = r1
*(u64 *)(r10 - 8) = 0
r1 = map[timers]
r2 = r10
r2 += -8
call bpf_map_lookup_elem
if r0 == 0 goto out
r7 = r0
$TIMER
out: r0 = 0
if r0 == 0 goto end
r1 = r7
r2 = subprog[f]
end: exit
f: $TBODY
-- expect
          nothing          ret_1            value            timer            key
init      ok               ok               ok               ok               ok
init_hash argument@14      argument@14      argument@14      argument@14      argument@14
init_0    special-field@13 special-field@13 special-field@13 special-field@13 special-field@13
start     ok               ok               ok               ok               ok
cancel    ok               ok               ok               ok               ok
callback  ok               return@21        ok               special-field@20 ok
read      special-field@9  special-field@9  special-field@9  special-field@9  special-field@9
read_0    ok               ok               ok               ok               ok
write     special-field@9  special-field@9  special-field@9  special-field@9  special-field@9
write_24  ok               ok               ok               ok               ok
var       special-field@12 special-field@12 special-field@12 special-field@12 special-field@12
source    special-field@14 special-field@14 special-field@14 special-field@14 special-field@14
-- set LOCK
pair      r1 = r7; call bpf_spin_lock; r1 = r7; call bpf_spin_unlock
kept      r1 = r7; call bpf_spin_lock
unlock    r1 = r7; call bpf_spin_unlock
twice     r1 = r7; call bpf_spin_lock; r1 = r7; call bpf_spin_lock
call      r1 = r7; call bpf_spin_lock; call bpf_ktime_get_ns; r1 = r7; call bpf_spin_unlock
work      r1 = r7; call bpf_spin_lock; *(u64 *)(r7 + 8) = 1; r1 = r7; call bpf_spin_unlock
other     r1 = r7; call bpf_spin_lock; r1 = r8; call bpf_spin_unlock
off_4     r1 = r7; r1 += 4; call bpf_spin_lock
read      r0 = *(u32 *)(r7 + 0)
write     *(u32 *)(r7 + 0) = 0
read_1    r0 = *(u8 *)(r7 + 3)
read_4    r0 = *(u32 *)(r7 + 4)
subcall   r1 = r7; call bpf_spin_lock; call f; r1 = r7; call bpf_spin_unlock
exit      r1 = r7; call bpf_spin_lock; r0 = 0; exit
branch    r1 = r7; call bpf_spin_lock; if r8 == r7 goto +2; r1 = r7; call bpf_spin_unlock
skb       r1 = r7; call bpf_spin_lock; r0 = *(u8 *)skb[0]; r1 = r7; call bpf_spin_unlock
hash      r1 = map[hash]; call bpf_spin_lock
-- table spin locks in values: LOCK
r6 = r1
*(u64 *)(r10 - 8) = 0
r1 = map[locks]
r2 = r10
r2 += -8
call bpf_map_lookup_elem
if r0 == 0 goto out
r8 = r0
r1 = map[locks]
r2 = r10
r2 += -8
call bpf_map_lookup_elem
if r0 == 0 goto out
r7 = r0
$LOCK
out: r0 = 0
exit
f: r0 = 0
exit
-- expect
pair    invalid@22
kept    invalid@20
unlock  invalid@20
twice   invalid@22
call    invalid@23
work    invalid@23
other   invalid@22
off_4   invalid@21
read    invalid@19
write   invalid@19
read_1  invalid@19
read_4  invalid@19
subcall ok
exit    invalid@22
branch  invalid@23
skb     invalid@23
hash    invalid@21
