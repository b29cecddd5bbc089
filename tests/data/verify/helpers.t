Helpers: every kind of argument with every kind of register, sizes, and maps that fit.
-- type sched_cls
-- maps
values hash 4 48 8
array array 4 48 1
records ringbuf 0 0 4096
big hash 64 600 8
ro array 4 48 1 rdonly_prog
wo array 4 48 1 wronly_prog
events perf_event_array 4 4 4
progs prog_array 4 4 4
stacks stack_trace 4 80 4
queue queue 0 8 4
bloom bloom_filter 0 8 4
socks sockmap 4 4 4
cgroups cgroup_array 4 4 4
devs devmap 4 4 4
cpus cpumap 4 4 4
xsks xskmap 4 4 4
lru lru_hash 4 48 8
percpu percpu_array 4 48 1
lpm lpm_trie 8 48 8 flags=1
sockhash sockhash 4 4 4
reuse reuseport_sockarray 4 8 4
-- before
r6 = r1
r9 = r10
*(u64 *)(r10 - 8) = 0
*(u64 *)(r10 - 16) = 0
-- after
r0 = 0
exit
-- set R1
unset    r0 = 0
zero     r1 = 0
one      r1 = 1
number   r1 = *(u32 *)(r6 + 0)
ctx      r1 = r6
fp       r1 = r10
fp-8     r1 = r10; r1 += -8
fp-16    r1 = r10; r1 += -16
fp-64    r1 = r10; r1 += -64
map      r1 = map[values]
value    r1 = map[array][0]+0
value_1  r1 = map[array][0]+1
value_44 r1 = map[array][0]+44
rovalue  r1 = map[ro][0]+0
wovalue  r1 = map[wo][0]+0
maybe    r1 = map[values]; r2 = r10; r2 += -8; call bpf_map_lookup_elem; r1 = r0
packet   r1 = *(u32 *)(r6 + 76)
proven   r7 = *(u32 *)(r6 + 76); r8 = *(u32 *)(r6 + 80); r1 = r7; r1 += 64; if r1 > r8 goto out; r1 = r7
end      r1 = *(u32 *)(r6 + 80)
sock     r1 = *(u64 *)(r6 + 168); if r1 == 0 goto out
func     r0 = 0
mem      r1 = map[records]; r2 = 64; r3 = 0; call bpf_ringbuf_reserve; if r0 == 0 goto out; r1 = r0
-- set R2
unset    r0 = 0
zero     r2 = 0
one      r2 = 1
number   r2 = *(u32 *)(r6 + 0)
ctx      r2 = r6
fp       r2 = r10
fp-8     r2 = r10; r2 += -8
fp-16    r2 = r10; r2 += -16
fp-64    r2 = r10; r2 += -64
map      r2 = map[values]
value    r2 = map[array][0]+0
value_1  r2 = map[array][0]+1
value_44 r2 = map[array][0]+44
rovalue  r2 = map[ro][0]+0
wovalue  r2 = map[wo][0]+0
maybe    r1 = map[values]; r2 = r10; r2 += -8; call bpf_map_lookup_elem; r2 = r0
packet   r2 = *(u32 *)(r6 + 76)
proven   r7 = *(u32 *)(r6 + 76); r8 = *(u32 *)(r6 + 80); r1 = r7; r1 += 64; if r1 > r8 goto out; r2 = r7
end      r2 = *(u32 *)(r6 + 80)
sock     r2 = *(u64 *)(r6 + 168); if r2 == 0 goto out
func     r0 = 0
mem      r1 = map[records]; r2 = 64; r3 = 0; call bpf_ringbuf_reserve; if r0 == 0 goto out; r2 = r0
-- set R3
unset    r0 = 0
zero     r3 = 0
one      r3 = 1
number   r3 = *(u32 *)(r6 + 0)
ctx      r3 = r6
fp       r3 = r10
fp-8     r3 = r10; r3 += -8
fp-16    r3 = r10; r3 += -16
fp-64    r3 = r10; r3 += -64
map      r3 = map[values]
value    r3 = map[array][0]+0
value_1  r3 = map[array][0]+1
value_44 r3 = map[array][0]+44
rovalue  r3 = map[ro][0]+0
wovalue  r3 = map[wo][0]+0
maybe    r1 = map[values]; r2 = r10; r2 += -8; call bpf_map_lookup_elem; r3 = r0
packet   r3 = *(u32 *)(r6 + 76)
proven   r7 = *(u32 *)(r6 + 76); r8 = *(u32 *)(r6 + 80); r1 = r7; r1 += 64; if r1 > r8 goto out; r3 = r7
end      r3 = *(u32 *)(r6 + 80)
sock     r3 = *(u64 *)(r6 + 168); if r3 == 0 goto out
func     r0 = 0
mem      r1 = map[records]; r2 = 64; r3 = 0; call bpf_ringbuf_reserve; if r0 == 0 goto out; r3 = r0
-- set R4
unset    r0 = 0
zero     r4 = 0
one      r4 = 1
number   r4 = *(u32 *)(r6 + 0)
ctx      r4 = r6
fp       r4 = r10
fp-8     r4 = r10; r4 += -8
fp-16    r4 = r10; r4 += -16
fp-64    r4 = r10; r4 += -64
map      r4 = map[values]
value    r4 = map[array][0]+0
value_1  r4 = map[array][0]+1
value_44 r4 = map[array][0]+44
rovalue  r4 = map[ro][0]+0
wovalue  r4 = map[wo][0]+0
maybe    r1 = map[values]; r2 = r10; r2 += -8; call bpf_map_lookup_elem; r4 = r0
packet   r4 = *(u32 *)(r6 + 76)
proven   r7 = *(u32 *)(r6 + 76); r8 = *(u32 *)(r6 + 80); r1 = r7; r1 += 64; if r1 > r8 goto out; r4 = r7
end      r4 = *(u32 *)(r6 + 80)
sock     r4 = *(u64 *)(r6 + 168); if r4 == 0 goto out
func     r0 = 0
mem      r1 = map[records]; r2 = 64; r3 = 0; call bpf_ringbuf_reserve; if r0 == 0 goto out; r4 = r0
-- set R5
unset    r0 = 0
zero     r5 = 0
one      r5 = 1
number   r5 = *(u32 *)(r6 + 0)
ctx      r5 = r6
fp       r5 = r10
fp-8     r5 = r10; r5 += -8
fp-16    r5 = r10; r5 += -16
fp-64    r5 = r10; r5 += -64
map      r5 = map[values]
value    r5 = map[array][0]+0
value_1  r5 = map[array][0]+1
value_44 r5 = map[array][0]+44
rovalue  r5 = map[ro][0]+0
wovalue  r5 = map[wo][0]+0
maybe    r1 = map[values]; r2 = r10; r2 += -8; call bpf_map_lookup_elem; r5 = r0
packet   r5 = *(u32 *)(r6 + 76)
proven   r7 = *(u32 *)(r6 + 76); r8 = *(u32 *)(r6 + 80); r1 = r7; r1 += 64; if r1 > r8 goto out; r5 = r7
end      r5 = *(u32 *)(r6 + 80)
sock     r5 = *(u64 *)(r6 + 168); if r5 == 0 goto out
func     r0 = 0
mem      r1 = map[records]; r2 = 64; r3 = 0; call bpf_ringbuf_reserve; if r0 == 0 goto out; r5 = r0
-- set C1
map        r2 = r10; r2 += -8; call bpf_map_lookup_elem
ctx        call bpf_get_hash_recalc
maybe_mem  r2 = 16; r3 = 0; r4 = 0; r5 = 0; call bpf_csum_diff
sock       call bpf_sk_fullsock
release    call bpf_sk_release
record     r2 = 0; call bpf_ringbuf_submit
comm       r2 = 16; call bpf_get_current_comm
printk     r2 = 8; call bpf_trace_printk
-- table registers as argument 1: R1 C1
$R1
$C1
out: r0 = 0
exit
-- expect
         map        ctx        maybe_mem  sock       release    record     comm       printk
unset    invalid@10 invalid@8  invalid@12 invalid@8  invalid@8  invalid@9  invalid@9  invalid@9
zero     invalid@10 invalid@8  invalid@12 invalid@8  invalid@8  invalid@9  invalid@9  invalid@9
one      invalid@10 invalid@8  invalid@12 invalid@8  invalid@8  invalid@9  invalid@9  invalid@9
number   invalid@10 invalid@8  invalid@12 invalid@8  invalid@8  invalid@9  invalid@9  invalid@9
ctx      invalid@10 invalid@8  invalid@12 invalid@8  invalid@8  invalid@9  invalid@9  invalid@9
fp       invalid@10 invalid@8  invalid@12 invalid@8  invalid@8  invalid@9  invalid@9  invalid@9
fp-8     invalid@11 invalid@9  invalid@13 invalid@9  invalid@9  invalid@10 invalid@10 invalid@10
fp-16    invalid@11 invalid@9  invalid@13 invalid@9  invalid@9  invalid@10 invalid@10 invalid@10
fp-64    invalid@11 invalid@9  invalid@13 invalid@9  invalid@9  invalid@10 invalid@10 invalid@10
map      invalid@11 invalid@9  invalid@13 invalid@9  invalid@9  invalid@10 invalid@10 invalid@10
value    invalid@11 invalid@9  invalid@13 invalid@9  invalid@9  invalid@10 invalid@10 invalid@10
value_1  invalid@11 invalid@9  invalid@13 invalid@9  invalid@9  invalid@10 invalid@10 invalid@10
value_44 invalid@11 invalid@9  invalid@13 invalid@9  invalid@9  invalid@10 invalid@10 invalid@10
rovalue  invalid@11 invalid@9  invalid@13 invalid@9  invalid@9  invalid@10 invalid@10 invalid@10
wovalue  invalid@11 invalid@9  invalid@13 invalid@9  invalid@9  invalid@10 invalid@10 invalid@10
maybe    invalid@15 invalid@13 invalid@17 invalid@13 invalid@13 invalid@14 invalid@14 invalid@14
packet   invalid@10 invalid@8  invalid@12 invalid@8  invalid@8  invalid@9  invalid@9  invalid@9
proven   invalid@15 invalid@13 invalid@17 invalid@13 invalid@13 invalid@14 invalid@14 invalid@14
end      invalid@10 invalid@8  invalid@12 invalid@8  invalid@8  invalid@9  invalid@9  invalid@9
sock     invalid@11 invalid@9  invalid@13 invalid@9  invalid@9  invalid@10 invalid@10 invalid@10
func     invalid@10 invalid@8  invalid@12 invalid@8  invalid@8  invalid@9  invalid@9  invalid@9
mem      invalid@16 invalid@14 invalid@18 invalid@14 invalid@14 invalid@15 invalid@15 invalid@15
-- set C2
key        r1 = map[values]; call bpf_map_lookup_elem
longkey    r1 = map[big]; call bpf_map_delete_elem
size_or_0  r1 = r10; r1 += -16; r3 = 0; r4 = 0; r5 = 0; call bpf_csum_diff
size_0_mem r1 = 0; r3 = 0; r4 = 0; r5 = 0; call bpf_csum_diff
alloc      r1 = map[records]; r3 = 0; call bpf_ringbuf_reserve; if r0 == 0 goto out; r1 = r0; r2 = 0; call bpf_ringbuf_discard
output     r1 = map[records]; r3 = 16; r4 = 0; call bpf_ringbuf_output
func       r1 = 4; r3 = 0; r4 = 0; call bpf_loop
fib        r1 = r6; r3 = 64; r4 = 0; call bpf_fib_lookup
perf       r1 = r6; r3 = 0; r4 = r10; r4 += -16; r5 = 16; call bpf_perf_event_output
tail       r1 = r6; r3 = 0; call bpf_tail_call
lookup_tcp r1 = r6; r3 = 12; r4 = 0; r5 = 0; call bpf_sk_lookup_tcp; if r0 == 0 goto out; r1 = r0; call bpf_sk_release
-- table registers as argument 2: R2 C2
$R2
$C2
out: r0 = 0
exit
-- expect
         key        longkey    size_or_0  size_0_mem alloc      output     func       fib        perf       tail       lookup_tcp
unset    invalid@10 invalid@10 invalid@13 invalid@12 invalid@15 invalid@12 invalid@11 invalid@11 invalid@13 invalid@10 invalid@15
zero     invalid@10 invalid@10 invalid@13 invalid@12 invalid@15 invalid@12 invalid@11 invalid@11 invalid@13 invalid@10 invalid@15
one      invalid@10 invalid@10 invalid@13 invalid@12 invalid@15 invalid@12 invalid@11 invalid@11 invalid@13 invalid@10 invalid@15
number   invalid@10 invalid@10 invalid@13 invalid@12 invalid@15 invalid@12 invalid@11 invalid@11 invalid@13 invalid@10 invalid@15
ctx      invalid@10 invalid@10 invalid@13 invalid@12 invalid@15 invalid@12 invalid@11 invalid@11 invalid@13 invalid@10 invalid@15
fp       invalid@10 invalid@10 invalid@13 invalid@12 invalid@15 invalid@12 invalid@11 invalid@11 invalid@13 invalid@10 invalid@15
fp-8     invalid@11 invalid@11 invalid@14 invalid@13 invalid@16 invalid@13 invalid@12 invalid@12 invalid@14 invalid@11 invalid@16
fp-16    invalid@11 invalid@11 invalid@14 invalid@13 invalid@16 invalid@13 invalid@12 invalid@12 invalid@14 invalid@11 invalid@16
fp-64    invalid@11 invalid@11 invalid@14 invalid@13 invalid@16 invalid@13 invalid@12 invalid@12 invalid@14 invalid@11 invalid@16
map      invalid@11 invalid@11 invalid@14 invalid@13 invalid@16 invalid@13 invalid@12 invalid@12 invalid@14 invalid@11 invalid@16
value    invalid@11 invalid@11 invalid@14 invalid@13 invalid@16 invalid@13 invalid@12 invalid@12 invalid@14 invalid@11 invalid@16
value_1  invalid@11 invalid@11 invalid@14 invalid@13 invalid@16 invalid@13 invalid@12 invalid@12 invalid@14 invalid@11 invalid@16
value_44 invalid@11 invalid@11 invalid@14 invalid@13 invalid@16 invalid@13 invalid@12 invalid@12 invalid@14 invalid@11 invalid@16
rovalue  invalid@11 invalid@11 invalid@14 invalid@13 invalid@16 invalid@13 invalid@12 invalid@12 invalid@14 invalid@11 invalid@16
wovalue  invalid@11 invalid@11 invalid@14 invalid@13 invalid@16 invalid@13 invalid@12 invalid@12 invalid@14 invalid@11 invalid@16
maybe    invalid@15 invalid@15 invalid@18 invalid@17 invalid@20 invalid@17 invalid@16 invalid@16 invalid@18 invalid@15 invalid@20
packet   invalid@10 invalid@10 invalid@13 invalid@12 invalid@15 invalid@12 invalid@11 invalid@11 invalid@13 invalid@10 invalid@15
proven   invalid@15 invalid@15 invalid@18 invalid@17 invalid@20 invalid@17 invalid@16 invalid@16 invalid@18 invalid@15 invalid@20
end      invalid@10 invalid@10 invalid@13 invalid@12 invalid@15 invalid@12 invalid@11 invalid@11 invalid@13 invalid@10 invalid@15
sock     invalid@11 invalid@11 invalid@14 invalid@13 invalid@16 invalid@13 invalid@12 invalid@12 invalid@14 invalid@11 invalid@16
func     invalid@10 invalid@10 invalid@13 invalid@12 invalid@15 invalid@12 invalid@11 invalid@11 invalid@13 invalid@10 invalid@15
mem      invalid@16 invalid@16 invalid@19 invalid@18 invalid@21 invalid@18 invalid@17 invalid@17 invalid@19 invalid@16 invalid@21
-- set C3
value      r1 = map[values]; r2 = r10; r2 += -8; r4 = 0; call bpf_map_update_elem
mem_out    r1 = r6; r2 = 0; r4 = 16; call bpf_skb_load_bytes
mem_in     r1 = r6; r2 = 0; r4 = 16; r5 = 0; call bpf_skb_store_bytes
-- table registers as argument 3: R3 C3
$R3
$C3
out: r0 = 0
exit
-- expect
         value      mem_out    mem_in
unset    invalid@13 invalid@11 invalid@12
zero     invalid@13 invalid@11 invalid@12
one      invalid@13 invalid@11 invalid@12
number   invalid@13 invalid@11 invalid@12
ctx      invalid@13 invalid@11 invalid@12
fp       invalid@13 invalid@11 invalid@12
fp-8     invalid@14 invalid@12 invalid@13
fp-16    invalid@14 invalid@12 invalid@13
fp-64    invalid@14 invalid@12 invalid@13
map      invalid@14 invalid@12 invalid@13
value    invalid@14 invalid@12 invalid@13
value_1  invalid@14 invalid@12 invalid@13
value_44 invalid@14 invalid@12 invalid@13
rovalue  invalid@14 invalid@12 invalid@13
wovalue  invalid@14 invalid@12 invalid@13
maybe    invalid@18 invalid@16 invalid@17
packet   invalid@13 invalid@11 invalid@12
proven   invalid@18 invalid@16 invalid@17
end      invalid@13 invalid@11 invalid@12
sock     invalid@14 invalid@12 invalid@13
func     invalid@13 invalid@11 invalid@12
mem      invalid@19 invalid@17 invalid@18
-- set C4
flags      r1 = map[values]; r2 = r10; r2 += -8; r3 = r10; r3 += -48; call bpf_map_update_elem
size       r1 = r6; r2 = 0; r3 = r10; r3 += -16; call bpf_skb_load_bytes
string     r1 = r10; r1 += -16; r2 = 16; r3 = 0; call bpf_strtol
long_out   r1 = r10; r1 += -16; r2 = 8; r3 = 0; call bpf_strtol
-- table registers as argument 4: R4 C4
$R4
$C4
out: r0 = 0
exit
-- expect
         flags      size       string     long_out
unset    invalid@14 invalid@12 invalid@12 invalid@12
zero     invalid@14 invalid@12 invalid@12 invalid@12
one      invalid@14 invalid@12 invalid@12 invalid@12
number   invalid@14 invalid@12 invalid@12 invalid@12
ctx      invalid@14 invalid@12 invalid@12 invalid@12
fp       invalid@14 invalid@12 invalid@12 invalid@12
fp-8     invalid@15 invalid@13 invalid@13 invalid@13
fp-16    invalid@15 invalid@13 invalid@13 invalid@13
fp-64    invalid@15 invalid@13 invalid@13 invalid@13
map      invalid@15 invalid@13 invalid@13 invalid@13
value    invalid@15 invalid@13 invalid@13 invalid@13
value_1  invalid@15 invalid@13 invalid@13 invalid@13
value_44 invalid@15 invalid@13 invalid@13 invalid@13
rovalue  invalid@15 invalid@13 invalid@13 invalid@13
wovalue  invalid@15 invalid@13 invalid@13 invalid@13
maybe    invalid@19 invalid@17 invalid@17 invalid@17
packet   invalid@14 invalid@12 invalid@12 invalid@12
proven   invalid@19 invalid@17 invalid@17 invalid@17
end      invalid@14 invalid@12 invalid@12 invalid@12
sock     invalid@15 invalid@13 invalid@13 invalid@13
func     invalid@14 invalid@12 invalid@12 invalid@12
mem      invalid@20 invalid@18 invalid@18 invalid@18
-- after
out: r0 = 0
exit
-- set N
0       r4 = 0
1       r4 = 1
16      r4 = 16
17      r4 = 17
-1      r4 = -1
any     r4 = *(u64 *)(r10 - 8)
u32     r4 = *(u32 *)(r6 + 0)
and15   r4 = *(u32 *)(r6 + 0); r4 &= 15
and15+1 r4 = *(u32 *)(r6 + 0); r4 &= 15; r4 += 1
and16   r4 = *(u32 *)(r6 + 0); r4 &= 16
and31   r4 = *(u32 *)(r6 + 0); r4 &= 31
jgt     r4 = *(u32 *)(r6 + 0); if r4 > 16 goto out
jgt_0   r4 = *(u32 *)(r6 + 0); if r4 > 16 goto out; if r4 == 0 goto out
jsgt    r4 = *(u64 *)(r10 - 24); if r4 s> 16 goto out; if r4 == 0 goto out
jsgt_0  r4 = *(u64 *)(r10 - 24); if r4 s> 16 goto out; if r4 s<= 0 goto out
w_jgt   r4 = *(u64 *)(r10 - 24); if w4 > 16 goto out
-- set OUTMEM
fp-16     r3 = r10; r3 += -16
fp-8      r3 = r10; r3 += -8
fp-32     r3 = r10; r3 += -32
fp-520    r3 = r10; r3 += -520
value     r3 = map[array][0]+0
value+32  r3 = map[array][0]+32
value+33  r3 = map[array][0]+33
zero      r3 = 0
var       r3 = *(u32 *)(r6 + 0); r3 &= 8; r3 -= 16; r3 += r10
var_value r3 = *(u32 *)(r6 + 0); r3 &= 31; r1 = map[array][0]+0; r3 += r1
-- table sizes of memory that is filled: N OUTMEM
$N
$OUTMEM
r1 = r6
r2 = 0
call bpf_skb_load_bytes
-- expect
        fp-16   fp-8     fp-32   fp-520   value   value+32 value+33  zero        var      var_value
0       size@9  size@9   size@9  size@9   size@9  size@9   size@9    argument@8  size@11  size@12
1       ok      ok       ok      stack@9  ok      ok       ok        argument@8  ok       ok
16      ok      stack@9  ok      stack@9  ok      ok       bounds@9  argument@8  stack@11 ok
17      stack@9 stack@9  ok      stack@9  ok      bounds@9 bounds@9  argument@8  stack@11 ok
-1      size@9  size@9   size@9  size@9   size@9  size@9   size@9    argument@8  size@11  size@12
any     size@9  size@9   size@9  size@9   size@9  size@9   size@9    argument@8  size@11  size@12
u32     size@9  size@9   size@9  size@9   size@9  size@9   size@9    argument@8  size@11  size@12
and15   size@10 size@10  size@10 size@10  size@10 size@10  size@10   argument@9  size@12  size@13
and15+1 ok      stack@11 ok      stack@11 ok      ok       bounds@11 argument@10 stack@13 ok
and16   size@10 size@10  size@10 size@10  size@10 size@10  size@10   argument@9  size@12  size@13
and31   size@10 size@10  size@10 size@10  size@10 size@10  size@10   argument@9  size@12  size@13
jgt     size@10 size@10  size@10 size@10  size@10 size@10  size@10   argument@9  size@12  size@13
jgt_0   ok      stack@11 ok      stack@11 ok      ok       bounds@11 argument@10 stack@13 ok
jsgt    size@11 size@11  size@11 size@11  size@11 size@11  size@11   argument@10 size@13  size@14
jsgt_0  ok      stack@11 ok      stack@11 ok      ok       bounds@11 argument@10 stack@13 ok
w_jgt   size@10 size@10  size@10 size@10  size@10 size@10  size@10   argument@9  size@12  size@13
-- table sizes of memory that is read: N OUTMEM
$N
$OUTMEM
r1 = r6
r2 = 0
r5 = 0
call bpf_skb_store_bytes
-- expect
        fp-16    fp-8     fp-32   fp-520   value   value+32  value+33  zero        var      var_value
0       size@10  size@10  size@10 size@10  size@10 size@10   size@10   argument@9  size@12  size@13
1       ok       ok       ok      stack@10 ok      ok        ok        argument@9  ok       ok
16      ok       stack@10 ok      stack@10 ok      ok        bounds@10 argument@9  stack@12 ok
17      stack@10 stack@10 ok      stack@10 ok      bounds@10 bounds@10 argument@9  stack@12 ok
-1      size@10  size@10  size@10 size@10  size@10 size@10   size@10   argument@9  size@12  size@13
any     size@10  size@10  size@10 size@10  size@10 size@10   size@10   argument@9  size@12  size@13
u32     size@10  size@10  size@10 size@10  size@10 size@10   size@10   argument@9  size@12  size@13
and15   size@11  size@11  size@11 size@11  size@11 size@11   size@11   argument@10 size@13  size@14
and15+1 ok       stack@12 ok      stack@12 ok      ok        bounds@12 argument@11 stack@14 ok
and16   size@11  size@11  size@11 size@11  size@11 size@11   size@11   argument@10 size@13  size@14
and31   size@11  size@11  size@11 size@11  size@11 size@11   size@11   argument@10 size@13  size@14
jgt     size@11  size@11  size@11 size@11  size@11 size@11   size@11   argument@10 size@13  size@14
jgt_0   ok       stack@12 ok      stack@12 ok      ok        bounds@12 argument@11 stack@14 ok
jsgt    size@12  size@12  size@12 size@12  size@12 size@12   size@12   argument@11 size@14  size@15
jsgt_0  ok       stack@12 ok      stack@12 ok      ok        bounds@12 argument@11 stack@14 ok
w_jgt   size@11  size@11  size@11 size@11  size@11 size@11   size@11   argument@10 size@13  size@14
-- set N2
0       r2 = 0
1       r2 = 1
16      r2 = 16
any     r2 = *(u64 *)(r10 - 24)
and15   r2 = *(u32 *)(r6 + 0); r2 &= 15
and31   r2 = *(u32 *)(r6 + 0); r2 &= 31
jgt     r2 = *(u32 *)(r6 + 0); if r2 > 16 goto out
-- set M1
fp-16     r1 = r10; r1 += -16
fp-8      r1 = r10; r1 += -8
fp        r1 = r10
value+32  r1 = map[array][0]+32
value+48  r1 = map[array][0]+47; r1 += 1
value+49  r1 = map[array][0]+47; r1 += 2
zero      r1 = 0
maybe     r1 = map[values]; r2 = r10; r2 += -8; call bpf_map_lookup_elem; r1 = r0
packet    r1 = *(u32 *)(r6 + 76)
proven    r7 = *(u32 *)(r6 + 76); r8 = *(u32 *)(r6 + 80); r1 = r7; r1 += 64; if r1 > r8 goto out; r1 = r7
-- table sizes that may be zero: M1 N2
$M1
$N2
r3 = 0
r4 = 0
r5 = 0
call bpf_csum_diff
-- expect
         0         1               16              any     and15            and31            jgt
fp-16    ok        ok              ok              size@10 ok               stack@11         ok
fp-8     ok        ok              stack@10        size@10 stack@11         stack@11         stack@11
fp       stack@9   stack@9         stack@9         size@9  stack@10         stack@10         stack@10
value+32 ok        ok              ok              size@10 ok               bounds@11        ok
value+48 ok        bounds@11       bounds@11       size@11 bounds@12        bounds@12        bounds@12
value+49 bounds@11 bounds@11       bounds@11       size@11 bounds@12        bounds@12        bounds@12
zero     ok        argument@9      argument@9      size@9  argument@10      argument@10      argument@10
maybe    ok        ok              ok              size@14 ok               ok               ok
packet   ok        packet-bounds@9 packet-bounds@9 size@9  packet-bounds@10 packet-bounds@10 packet-bounds@10
proven   ok        ok              ok              size@14 ok               ok               ok
-- set MAP
values
array
records
ro
wo
events
progs
stacks
queue
bloom
socks
cgroups
devs
cpus
xsks
lru
percpu
lpm
sockhash
reuse
-- set MC
lookup   r2 = r10; r2 += -16; call bpf_map_lookup_elem
update   r2 = r10; r2 += -16; r3 = r10; r3 += -64; r4 = 0; call bpf_map_update_elem
delete   r2 = r10; r2 += -16; call bpf_map_delete_elem
push     r2 = r10; r2 += -8; r3 = 0; call bpf_map_push_elem
pop      r2 = r10; r2 += -8; call bpf_map_pop_elem
peek     r2 = r10; r2 += -8; call bpf_map_peek_elem
redirect r2 = 0; r3 = 0; call bpf_redirect_map
reserve  r2 = 8; r3 = 0; call bpf_ringbuf_reserve; r1 = r0; if r0 == 0 goto out; r2 = 0; call bpf_ringbuf_submit
output   r2 = r10; r2 += -8; r3 = 8; r4 = 0; call bpf_ringbuf_output
query    r2 = 0; call bpf_ringbuf_query
tail     r2 = r1; r1 = r6; r3 = 0; call bpf_tail_call
perf     r2 = r1; r1 = r6; r3 = 0; r4 = r10; r4 += -8; r5 = 8; call bpf_perf_event_output
stack    r2 = r1; r1 = r6; r3 = 0; call bpf_get_stackid
cgroup   r2 = r1; r1 = r6; r3 = 0; call bpf_skb_under_cgroup
skredir  r2 = r1; r1 = r6; r3 = 0; r4 = 0; call bpf_sk_redirect_map
percpu   r2 = r10; r2 += -16; r3 = 0; call bpf_map_lookup_percpu_elem
-- table maps and helpers: MAP MC
r1 = map[$MAP]
$MC
-- expect
         lookup       update       delete      push       pop        peek       redirect reserve    output      query      tail       perf        stack    cgroup     skredir   percpu
values   ok           ok           ok          stack@9    stack@8    stack@8    helper@8 argument@8 argument@10 argument@7 argument@9 argument@12 helper@9 argument@9 helper@10 argument@9
array    ok           ok           ok          stack@9    stack@8    stack@8    helper@8 argument@8 argument@10 argument@7 argument@9 argument@12 helper@9 argument@9 helper@10 argument@9
records  stack@8      stack@11     stack@8     stack@9    stack@8    stack@8    helper@8 ok         ok          ok         argument@9 argument@12 helper@9 argument@9 helper@10 stack@9
ro       ok           read-only@11 read-only@8 stack@9    stack@8    stack@8    helper@8 argument@8 argument@10 argument@7 argument@9 argument@12 helper@9 argument@9 helper@10 argument@9
wo       ok           ok           ok          stack@9    stack@8    stack@8    helper@8 argument@8 argument@10 argument@7 argument@9 argument@12 helper@9 argument@9 helper@10 argument@9
events   argument@8   argument@11  argument@8  argument@9 argument@8 argument@8 helper@8 argument@8 argument@10 argument@7 argument@9 ok          helper@9 argument@9 helper@10 argument@9
progs    argument@8   argument@11  argument@8  argument@9 argument@8 argument@8 helper@8 argument@8 argument@10 argument@7 ok         argument@12 helper@9 argument@9 helper@10 argument@9
stacks   argument@8   stack@11     argument@8  stack@9    stack@8    stack@8    helper@8 argument@8 argument@10 argument@7 argument@9 argument@12 helper@9 argument@9 helper@10 argument@9
queue    stack@8      stack@11     stack@8     ok         ok         ok         helper@8 argument@8 argument@10 argument@7 argument@9 argument@12 helper@9 argument@9 helper@10 stack@9
bloom    stack@8      stack@11     stack@8     ok         argument@8 ok         helper@8 argument@8 argument@10 argument@7 argument@9 argument@12 helper@9 argument@9 helper@10 stack@9
socks    reference@10 argument@11  ok          argument@9 argument@8 argument@8 helper@8 argument@8 argument@10 argument@7 argument@9 argument@12 helper@9 argument@9 helper@10 argument@9
cgroups  argument@8   argument@11  argument@8  argument@9 argument@8 argument@8 helper@8 argument@8 argument@10 argument@7 argument@9 argument@12 helper@9 ok         helper@10 argument@9
devs     ok           argument@11  argument@8  argument@9 argument@8 argument@8 helper@8 argument@8 argument@10 argument@7 argument@9 argument@12 helper@9 argument@9 helper@10 argument@9
cpus     argument@8   argument@11  argument@8  argument@9 argument@8 argument@8 helper@8 argument@8 argument@10 argument@7 argument@9 argument@12 helper@9 argument@9 helper@10 argument@9
xsks     ok           argument@11  argument@8  argument@9 argument@8 argument@8 helper@8 argument@8 argument@10 argument@7 argument@9 argument@12 helper@9 argument@9 helper@10 argument@9
lru      ok           ok           ok          stack@9    stack@8    stack@8    helper@8 argument@8 argument@10 argument@7 argument@9 argument@12 helper@9 argument@9 helper@10 argument@9
percpu   ok           ok           ok          stack@9    stack@8    stack@8    helper@8 argument@8 argument@10 argument@7 argument@9 argument@12 helper@9 argument@9 helper@10 ok
lpm      ok           ok           ok          stack@9    stack@8    stack@8    helper@8 argument@8 argument@10 argument@7 argument@9 argument@12 helper@9 argument@9 helper@10 argument@9
sockhash reference@10 argument@11  ok          argument@9 argument@8 argument@8 helper@8 argument@8 argument@10 argument@7 argument@9 argument@12 helper@9 argument@9 helper@10 argument@9
reuse    argument@8   argument@11  argument@8  argument@9 argument@8 argument@8 helper@8 argument@8 argument@10 argument@7 argument@9 argument@12 helper@9 argument@9 helper@10 argument@9
-- set WRITE
read   r1 = map[$RWMAP]; r2 = r10; r2 += -8; call bpf_map_lookup_elem; if r0 == 0 goto out; r1 = *(u32 *)(r0 + 0)
write  r1 = map[$RWMAP]; r2 = r10; r2 += -8; call bpf_map_lookup_elem; if r0 == 0 goto out; *(u32 *)(r0 + 0) = 1
atomic r1 = map[$RWMAP]; r2 = r10; r2 += -8; call bpf_map_lookup_elem; if r0 == 0 goto out; r1 = 1; lock *(u32 *)(r0 + 0) += r1
fetch  r1 = map[$RWMAP]; r2 = r10; r2 += -8; call bpf_map_lookup_elem; if r0 == 0 goto out; r1 = 1; r1 = atomic_fetch_add((u32 *)(r0 + 0), r1)
source r1 = map[$RWMAP]; r2 = r10; r2 += -8; call bpf_map_lookup_elem; if r0 == 0 goto out; r1 = r6; r2 = 0; r3 = r0; r4 = 8; r5 = 0; call bpf_skb_store_bytes
target r1 = map[$RWMAP]; r2 = r10; r2 += -8; call bpf_map_lookup_elem; if r0 == 0 goto out; r1 = r6; r2 = 0; r3 = r0; r4 = 8; call bpf_skb_load_bytes
key    r1 = map[$RWMAP]; r2 = r10; r2 += -8; call bpf_map_lookup_elem; if r0 == 0 goto out; r2 = r0; r1 = map[values]; call bpf_map_lookup_elem
-- set RWMAP
values
array
ro
wo
lru
percpu
lpm
-- table values that may be read or written: RWMAP WRITE
$WRITE
-- expect
       read          write        atomic        fetch         source        target       key
values ok            ok           ok            ok            ok            ok           ok
array  ok            ok           ok            ok            ok            ok           ok
ro     ok            read-only@10 read-only@11  read-only@11  ok            read-only@14 ok
wo     write-only@10 ok           write-only@11 write-only@11 write-only@15 ok           write-only@13
lru    ok            ok           ok            ok            ok            ok           ok
percpu ok            ok           ok            ok            ok            ok           ok
lpm    ok            ok           ok            ok            ok            ok           ok
-- type tracing attach=trace_iter to=bpf_iter_tcp
-- maps
-- before
r6 = r1
*(u64 *)(r10 - 8) = 0
-- after
out: r0 = 0
exit
-- set SK
tcp   r7 = *(u64 *)(r6 + 8); if r7 == 0 goto out; r1 = r7; call bpf_skc_to_tcp_sock; if r0 == 0 goto out; r1 = r0
ctx   r1 = r6
zero  r1 = 0
-- table iterators over sockets of TCP: SK
$SK
r2 = 6
r3 = 13
r4 = r10
r4 += -8
r5 = 8
call bpf_setsockopt
-- expect
tcp  ok
ctx  argument@8
zero argument@8
-- type tracing attach=trace_iter to=bpf_iter_unix
-- set OPT
set call bpf_setsockopt
get call bpf_getsockopt
-- table iterators over sockets of Unix: OPT
r7 = *(u64 *)(r6 + 8)
if r7 == 0 goto out
r1 = r7
r2 = 1
r3 = 7
r4 = r10
r4 += -8
r5 = 4
$OPT
-- expect
set ok
get ok
-- type tracing attach=trace_iter to=bpf_iter_netlink
-- table iterators over other sockets: OPT
r7 = *(u64 *)(r6 + 8)
if r7 == 0 goto out
r1 = r7
r2 = 1
r3 = 7
r4 = r10
r4 += -8
r5 = 4
$OPT
-- expect
set helper@10
get helper@10
-- type xdp
-- before
r6 = r1
-- maps
array array 4 48 1
-- set SIZE
p0  r3 = r10; r3 += -16
p4  r3 = r10; r3 += -12
p2  r3 = r10; r3 += -14
p6  r3 = r10; r3 += -10
map r3 = map[array][0]+8
m3  r3 = map[array][0]+3
-- table numbers that helpers write are aligned to their size: SIZE
*(u64 *)(r10 - 16) = 0
*(u64 *)(r10 - 8) = 0
$SIZE
r7 = r3
r1 = r6
r2 = 0
r4 = 0
r5 = 0
call bpf_check_mtu
r1 = r10
r1 += -16
r2 = 8
r3 = 0
r4 = r7
call bpf_strtol
-- expect
p0  ok
p4  alignment@16
p2  alignment@10
p6  alignment@10
map ok
m3  alignment@10
