Functions of the kernel: who may call them, what they take, what they give.
-- kernel
-- type sched_cls
-- maps
values array 4 48 1
records ringbuf 0 0 4096
-- before
r6 = r1
-- after
out: r0 = 0
exit
-- case no such function
call kfunc#1
-- refuse helper @1
-- set ARG
pid     r1 = 1
ptr     r1 = r6
stack   r1 = r10
none    r1 = 0; r2 = 0
-- set GIVE
release  r1 = r0; call kfunc[bpf_task_release]
twice    r7 = r0; r1 = r0; call kfunc[bpf_task_release]; r1 = r7; call kfunc[bpf_task_release]
moved    r1 = r0; r1 += 8; call kfunc[bpf_task_release]
cgroup   r1 = r0; call kfunc[bpf_cgroup_release]
number   r1 = 0; call kfunc[bpf_task_release]
ctx      r1 = r6; call kfunc[bpf_task_release]
nothing  r1 = r0
after    r7 = r0; r1 = r0; call kfunc[bpf_task_release]; r0 = *(u32 *)(r7 + 0)
read     r7 = *(u32 *)(r0 + 0); r1 = r0; call kfunc[bpf_task_release]
write    *(u32 *)(r0 + 0) = 0; r1 = r0; call kfunc[bpf_task_release]
acquire  r7 = r0; r1 = r0; call kfunc[bpf_task_acquire]; r8 = r0; r1 = r7; call kfunc[bpf_task_release]; if r8 == 0 goto out; r1 = r8; call kfunc[bpf_task_release]
acq_leak r7 = r0; r1 = r0; call kfunc[bpf_task_acquire]; r1 = r7; call kfunc[bpf_task_release]
-- table tasks got and given back: GIVE ARG
$ARG
call kfunc[bpf_task_from_pid]
if r0 == 0 goto out
$GIVE
-- expect
         pid             ptr        stack      none
release  ok              argument@2 argument@2 ok
twice    argument@8      argument@2 argument@2 argument@9
moved    arithmetic@6    argument@2 argument@2 arithmetic@7
cgroup   argument@5      argument@2 argument@2 argument@6
number   maybe-null@5    argument@2 argument@2 maybe-null@6
ctx      argument@5      argument@2 argument@2 argument@6
nothing  reference@6     argument@2 argument@2 reference@7
after    not-a-pointer@7 argument@2 argument@2 not-a-pointer@8
read     ok              argument@2 argument@2 ok
write    read-only@4     argument@2 argument@2 read-only@5
acquire  ok              argument@2 argument@2 ok
acq_leak reference@10    argument@2 argument@2 reference@11
-- table tasks got and given back untested: GIVE
r1 = 1
call kfunc[bpf_task_from_pid]
$GIVE
-- expect
release  maybe-null@4
twice    maybe-null@5
moved    maybe-null@4
cgroup   maybe-null@4
number   maybe-null@4
ctx      argument@4
nothing  reference@5
after    maybe-null@5
read     maybe-null@3
write    maybe-null@3
acquire  maybe-null@5
acq_leak maybe-null@5
-- set SECT
rcu       call kfunc[bpf_rcu_read_lock]; call kfunc[bpf_rcu_read_unlock]
open      call kfunc[bpf_rcu_read_lock]
close     call kfunc[bpf_rcu_read_unlock]
nested    call kfunc[bpf_rcu_read_lock]; call kfunc[bpf_rcu_read_lock]; call kfunc[bpf_rcu_read_unlock]; call kfunc[bpf_rcu_read_unlock]
nest_half call kfunc[bpf_rcu_read_lock]; call kfunc[bpf_rcu_read_lock]; call kfunc[bpf_rcu_read_unlock]
preempt   call kfunc[bpf_preempt_disable]; call kfunc[bpf_preempt_enable]
p_open    call kfunc[bpf_preempt_disable]
p_close   call kfunc[bpf_preempt_enable]
p_nested  call kfunc[bpf_preempt_disable]; call kfunc[bpf_preempt_disable]; call kfunc[bpf_preempt_enable]; call kfunc[bpf_preempt_enable]
p_half    call kfunc[bpf_preempt_disable]; call kfunc[bpf_preempt_disable]; call kfunc[bpf_preempt_enable]
crossed   call kfunc[bpf_rcu_read_lock]; call kfunc[bpf_preempt_disable]; call kfunc[bpf_rcu_read_unlock]; call kfunc[bpf_preempt_enable]
branch    r7 = *(u32 *)(r6 + 0); call kfunc[bpf_rcu_read_lock]; if r7 == 0 goto out; call kfunc[bpf_rcu_read_unlock]
in_func   call kfunc[bpf_rcu_read_lock]; call unlock; goto out; unlock: call kfunc[bpf_rcu_read_unlock]; r0 = 0; exit
-- table sections: SECT
$SECT
-- expect
rcu       ok
open      lock@3
close     lock@1
nested    lock@2
nest_half lock@2
preempt   ok
p_open    lock@3
p_close   lock@1
p_nested  ok
p_half    lock@5
crossed   ok
branch    lock@6
in_func   invalid@3
-- set DYN
skb       r1 = r6; r2 = 0; r3 = r10; r3 += -16; call kfunc[bpf_dynptr_from_skb]
skb_flag  r1 = r6; r2 = 1; r3 = r10; r3 += -16; call kfunc[bpf_dynptr_from_skb]
skb_0     r1 = 0; r2 = 0; r3 = r10; r3 += -16; call kfunc[bpf_dynptr_from_skb]
skb_stack r1 = r10; r2 = 0; r3 = r10; r3 += -16; call kfunc[bpf_dynptr_from_skb]
skb_ctx   r1 = r6; r2 = 0; r3 = r6; call kfunc[bpf_dynptr_from_skb]
xdp       r1 = r6; r2 = 0; r3 = r10; r3 += -16; call kfunc[bpf_dynptr_from_xdp]
meta      r1 = r6; r2 = 0; r3 = r10; r3 += -16; call kfunc[bpf_dynptr_from_skb_meta]
none      r0 = 0
-- set DO
nothing  r0 = 0
size     r1 = r10; r1 += -16; call kfunc[bpf_dynptr_size]
null     r1 = r10; r1 += -16; call kfunc[bpf_dynptr_is_null]; if r0 == 0 goto out; r0 = 1
adjust   r1 = r10; r1 += -16; r2 = 1; r3 = 2; call kfunc[bpf_dynptr_adjust]
clone    r1 = r10; r1 += -16; r2 = r10; r2 += -32; call kfunc[bpf_dynptr_clone]; r1 = r10; r1 += -32; call kfunc[bpf_dynptr_size]
clone_self r1 = r10; r1 += -16; r2 = r10; r2 += -16; call kfunc[bpf_dynptr_clone]
slice    *(u64 *)(r10 - 40) = 0; r1 = r10; r1 += -16; r2 = 0; r3 = r10; r3 += -40; r4 = 8; call kfunc[bpf_dynptr_slice]; if r0 == 0 goto out; r0 = *(u64 *)(r0 + 0)
slice_n  r1 = r10; r1 += -16; r2 = 0; r3 = 0; r4 = 8; call kfunc[bpf_dynptr_slice]; if r0 == 0 goto out; r0 = *(u64 *)(r0 + 0)
slice_9  r1 = r10; r1 += -16; r2 = 0; r3 = 0; r4 = 8; call kfunc[bpf_dynptr_slice]; if r0 == 0 goto out; r0 = *(u8 *)(r0 + 8)
slice_w  r1 = r10; r1 += -16; r2 = 0; r3 = 0; r4 = 8; call kfunc[bpf_dynptr_slice]; if r0 == 0 goto out; *(u64 *)(r0 + 0) = 1
slice_rw r1 = r10; r1 += -16; r2 = 0; r3 = r10; r3 += -40; r4 = 8; call kfunc[bpf_dynptr_slice_rdwr]; if r0 == 0 goto out; *(u64 *)(r0 + 0) = 1
slice_nn r1 = r10; r1 += -16; r2 = 0; r3 = 0; r4 = 8; call kfunc[bpf_dynptr_slice]; r0 = *(u64 *)(r0 + 0)
slice_v  r4 = *(u32 *)(r6 + 0); r1 = r10; r1 += -16; r2 = 0; r3 = 0; call kfunc[bpf_dynptr_slice]
slice_b  r4 = 64; r1 = r10; r1 += -16; r2 = 0; r3 = r10; r3 += -40; call kfunc[bpf_dynptr_slice]
slice_d  r1 = r10; r1 += -16; r2 = 0; r3 = 0; r4 = 8; call kfunc[bpf_dynptr_slice]; if r0 == 0 goto out; *(u64 *)(r10 - 8) = 0; r0 = *(u64 *)(r0 + 0)
slice_m  r1 = r10; r1 += -16; r2 = 0; r3 = 0; r4 = 8; call kfunc[bpf_dynptr_slice]; if r0 == 0 goto out; r7 = r0; r1 = r6; r2 = 0; call bpf_skb_pull_data; r0 = *(u64 *)(r7 + 0)
write_m  r1 = r10; r1 += -16; r2 = 0; r3 = 0; r4 = 8; call kfunc[bpf_dynptr_slice]; if r0 == 0 goto out; r7 = r0; *(u64 *)(r10 - 40) = 0; r1 = r10; r1 += -16; r2 = 0; r3 = r10; r3 += -40; r4 = 8; r5 = 0; call bpf_dynptr_write; r0 = *(u64 *)(r7 + 0)
pkt_m    r7 = *(u32 *)(r6 + 76); r8 = *(u32 *)(r6 + 80); r1 = r7; r1 += 8; if r1 > r8 goto out; *(u64 *)(r10 - 40) = 0; r1 = r10; r1 += -16; r2 = 0; r3 = r10; r3 += -40; r4 = 8; r5 = 0; call bpf_dynptr_write; r0 = *(u64 *)(r7 + 0)
data     r1 = r10; r1 += -16; r2 = 0; r3 = 8; call bpf_dynptr_data; if r0 == 0 goto out; r0 = *(u64 *)(r0 + 0)
read     r1 = r10; r1 += -40; r2 = 8; r3 = r10; r3 += -16; r4 = 0; r5 = 0; call bpf_dynptr_read
submit   r1 = r10; r1 += -16; r2 = 0; call bpf_ringbuf_submit_dynptr
-- table dynptrs of packets: DO DYN
$DYN
$DO
-- expect
           skb              skb_flag         skb_0        skb_stack  skb_ctx    xdp      meta             none
nothing    ok               ok               maybe-null@5 argument@5 argument@4 helper@5 ok               ok
size       ok               ok               maybe-null@5 argument@5 argument@4 helper@5 ok               uninitialised@4
null       ok               ok               maybe-null@5 argument@5 argument@4 helper@5 ok               uninitialised@4
adjust     ok               ok               maybe-null@5 argument@5 argument@4 helper@5 ok               uninitialised@6
clone      ok               ok               maybe-null@5 argument@5 argument@4 helper@5 ok               uninitialised@6
clone_self ok               ok               maybe-null@5 argument@5 argument@4 helper@5 ok               uninitialised@6
slice      ok               ok               maybe-null@5 argument@5 argument@4 helper@5 ok               uninitialised@9
slice_n    ok               ok               maybe-null@5 argument@5 argument@4 helper@5 ok               uninitialised@7
slice_9    bounds@13        bounds@13        maybe-null@5 argument@5 argument@4 helper@5 bounds@13        uninitialised@7
slice_w    read-only@13     read-only@13     maybe-null@5 argument@5 argument@4 helper@5 read-only@13     uninitialised@7
slice_rw   ok               ok               maybe-null@5 argument@5 argument@4 helper@5 ok               uninitialised@8
slice_nn   maybe-null@12    maybe-null@12    maybe-null@5 argument@5 argument@4 helper@5 maybe-null@12    uninitialised@7
slice_v    size@11          size@11          maybe-null@5 argument@5 argument@4 helper@5 size@11          uninitialised@7
slice_b    stack@12         stack@12         maybe-null@5 argument@5 argument@4 helper@5 stack@12         uninitialised@8
slice_d    ok               ok               maybe-null@5 argument@5 argument@4 helper@5 ok               uninitialised@7
slice_m    not-a-pointer@17 not-a-pointer@17 maybe-null@5 argument@5 argument@4 helper@5 not-a-pointer@17 uninitialised@7
write_m    not-a-pointer@23 not-a-pointer@23 maybe-null@5 argument@5 argument@4 helper@5 not-a-pointer@23 uninitialised@7
pkt_m      not-a-pointer@20 not-a-pointer@20 maybe-null@5 argument@5 argument@4 helper@5 not-a-pointer@20 uninitialised@15
data       ok               ok               maybe-null@5 argument@5 argument@4 helper@5 ok               uninitialised@6
read       ok               ok               maybe-null@5 argument@5 argument@4 helper@5 ok               uninitialised@9
submit     reference@9      reference@9      maybe-null@5 argument@5 argument@4 helper@5 reference@9      uninitialised@5
-- set LENT
over     *(u64 *)(r10 - 16) = 0; r0 = *(u64 *)(r8 + 0)
write    *(u64 *)(r8 + 0) = 1
kept     r0 = *(u64 *)(r8 + 0)
-- set BY
slice    r1 = r10; r1 += -24; r2 = 0; r3 = 0; r4 = 8; call kfunc[bpf_dynptr_slice]
rdwr     r1 = r10; r1 += -24; r2 = 0; r3 = 0; r4 = 8; call kfunc[bpf_dynptr_slice_rdwr]
data     r1 = r10; r1 += -24; r2 = 0; r3 = 8; call bpf_dynptr_data
-- table what is lent by a map value's dynptr: LENT BY
*(u32 *)(r10 - 4) = 0
r1 = map[values]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r7 = r0
r1 = r7
r2 = 48
r3 = 0
r4 = r10
r4 += -24
call bpf_dynptr_from_mem
$BY
if r0 == 0 goto out
r8 = r0
$LENT
-- expect
      slice        rdwr data
over  ok           ok   not-a-pointer@23
write read-only@23 ok   ok
kept  ok           ok   ok
-- table what is lent by a record, used late: BY
r1 = map[records]
r2 = 48
r3 = 0
r4 = r10
r4 += -24
call bpf_ringbuf_reserve_dynptr
$BY
r8 = r0
r1 = r10
r1 += -24
r2 = 0
call bpf_ringbuf_submit_dynptr
if r8 == 0 goto out
r0 = *(u64 *)(r8 + 0)
-- expect
slice not-a-pointer@20
rdwr  not-a-pointer@20
data  not-a-pointer@19
-- linux slice accept: a slice of a record outlives the record
-- linux rdwr accept: a slice of a record outlives the record
-- table a copy of a record's dynptr, used late: BY
r1 = map[records]
r2 = 48
r3 = 0
r4 = r10
r4 += -40
call bpf_ringbuf_reserve_dynptr
r1 = r10
r1 += -40
r2 = r10
r2 += -24
call kfunc[bpf_dynptr_clone]
$BY
r8 = r0
r1 = r10
r1 += -40
r2 = 0
call bpf_ringbuf_submit_dynptr
r1 = r10
r1 += -24
call kfunc[bpf_dynptr_size]
-- expect
slice uninitialised@26
rdwr  uninitialised@26
data  uninitialised@25
-- case a copy of a record's dynptr is given back
r1 = map[records]
r2 = 48
r3 = 0
r4 = r10
r4 += -40
call bpf_ringbuf_reserve_dynptr
r1 = r10
r1 += -40
r2 = r10
r2 += -24
call kfunc[bpf_dynptr_clone]
r1 = r10
r1 += -24
r2 = 0
call bpf_ringbuf_submit_dynptr
-- accept
-- set CAST
ctx      r1 = r6; call kfunc[bpf_cast_to_kern_ctx]; r0 = *(u32 *)(r0 + 0)
ctx_no   r1 = r10; call kfunc[bpf_cast_to_kern_ctx]
ctx_off  r1 = r6; r1 += 4; call kfunc[bpf_cast_to_kern_ctx]
ctx_w    r1 = r6; call kfunc[bpf_cast_to_kern_ctx]; *(u32 *)(r0 + 0) = 1
ctx_dyn  r1 = r6; call kfunc[bpf_cast_to_kern_ctx]; r1 = r0; r2 = 0; r3 = r10; r3 += -16; call kfunc[bpf_dynptr_from_skb]
ro_var   r1 = r6; r2 = *(u32 *)(r6 + 0); call kfunc[bpf_rdonly_cast]
ro_big   r1 = r6; r2 = 99999999; call kfunc[bpf_rdonly_cast]
ro_int   r1 = r6; r2 = 1; call kfunc[bpf_rdonly_cast]
-- table casts: CAST
$CAST
-- expect
ctx     bounds@3
ctx_no  argument@2
ctx_off arithmetic@3
ctx_w   bounds@3
ctx_dyn argument@7
ro_var  size@3
ro_big  argument@3
ro_int  argument@3
-- set CT
lookup   r5 = 12
opts_8   r5 = 8
opts_no  r5 = *(u32 *)(r6 + 0)
opts_b   r5 = 100
-- set CTDO
release  r1 = r0; call kfunc[bpf_ct_release]
nothing  r1 = r0
status   r7 = r0; r1 = r0; r2 = 8; call kfunc[bpf_ct_change_status]; r1 = r7; call kfunc[bpf_ct_release]
init     r7 = r0; r1 = r0; r2 = 8; call kfunc[bpf_ct_set_status]; r1 = r7; call kfunc[bpf_ct_release]
insert   r1 = r0; call kfunc[bpf_ct_insert_entry]; if r0 == 0 goto out; r1 = r0; call kfunc[bpf_ct_release]
-- table connections: CTDO CT
*(u64 *)(r10 - 16) = 0
*(u64 *)(r10 - 8) = 0
*(u64 *)(r10 - 32) = 0
*(u64 *)(r10 - 24) = 0
$CT
r1 = r6
r2 = r10
r2 += -16
r3 = 12
r4 = r10
r4 += -32
call kfunc[bpf_skb_ct_lookup]
if r0 == 0 goto out
$CTDO
-- expect
        lookup       opts_8       opts_no opts_b
release ok           ok           size@12 stack@12
nothing reference@16 reference@16 size@12 stack@12
status  ok           ok           size@12 stack@12
init    argument@17  argument@17  size@12 stack@12
insert  argument@15  argument@15  size@12 stack@12
-- case a mask in tc
call kfunc[bpf_cpumask_create]
-- refuse helper @1
-- case strings
r1 = 0
r2 = 0
call kfunc[bpf_strcmp]
-- accept
-- type xdp
-- set XDP
nothing  r0 = 0
size     r1 = r10; r1 += -16; call kfunc[bpf_dynptr_size]
slice    r1 = r10; r1 += -16; r2 = 0; r3 = 0; r4 = 8; call kfunc[bpf_dynptr_slice]; if r0 == 0 goto out; r0 = *(u64 *)(r0 + 0)
rdwr     r1 = r10; r1 += -16; r2 = 0; r3 = r10; r3 += -40; r4 = 8; call kfunc[bpf_dynptr_slice_rdwr]; if r0 == 0 goto out; *(u64 *)(r0 + 0) = 1
moved    r1 = r10; r1 += -16; r2 = 0; r3 = 0; r4 = 8; call kfunc[bpf_dynptr_slice]; if r0 == 0 goto out; r7 = r0; r1 = r6; r2 = 4; call bpf_xdp_adjust_head; r0 = *(u64 *)(r7 + 0)
pulled   r1 = r10; r1 += -16; r2 = 0; r3 = 0; r4 = 8; call kfunc[bpf_dynptr_slice]; if r0 == 0 goto out; r7 = r0; r1 = r6; r2 = 4; call kfunc[bpf_xdp_pull_data]; r0 = *(u64 *)(r7 + 0)
written  r1 = r10; r1 += -16; r2 = 0; r3 = 0; r4 = 8; call kfunc[bpf_dynptr_slice]; if r0 == 0 goto out; r7 = r0; *(u64 *)(r10 - 40) = 0; r1 = r10; r1 += -16; r2 = 0; r3 = r10; r3 += -40; r4 = 8; r5 = 0; call bpf_dynptr_write; r0 = *(u64 *)(r7 + 0)
cast     r1 = r6; call kfunc[bpf_cast_to_kern_ctx]; r0 = *(u64 *)(r0 + 0)
mask     call kfunc[bpf_cpumask_create]
-- table XDP: XDP
r1 = r6
r2 = 0
r3 = r10
r3 += -16
call kfunc[bpf_dynptr_from_xdp]
$XDP
-- expect
nothing ok
size    ok
slice   ok
rdwr    ok
moved   not-a-pointer@17
pulled  not-a-pointer@17
written ok
cast    ok
mask    helper@6
-- set CTX
ct       call kfunc[bpf_xdp_ct_lookup]; if r0 == 0 goto out; r1 = r0; call kfunc[bpf_ct_release]
ct_skb   call kfunc[bpf_skb_ct_lookup]
ct_new   call kfunc[bpf_xdp_ct_alloc]; if r0 == 0 goto out; r7 = r0; r1 = r0; r2 = 30; call kfunc[bpf_ct_set_timeout]; r1 = r7; r2 = 8; call kfunc[bpf_ct_set_status]; r1 = r7; call kfunc[bpf_ct_insert_entry]; if r0 == 0 goto out; r7 = r0; r1 = r0; r2 = 30; call kfunc[bpf_ct_change_timeout]; r1 = r7; call kfunc[bpf_ct_release]
ct_early call kfunc[bpf_xdp_ct_alloc]; if r0 == 0 goto out; r7 = r0; r1 = r0; r2 = 30; call kfunc[bpf_ct_change_timeout]; r1 = r7; call kfunc[bpf_ct_release]
-- table connections of XDP: CTX
*(u64 *)(r10 - 32) = 0
*(u64 *)(r10 - 24) = 0
*(u64 *)(r10 - 48) = 0
*(u64 *)(r10 - 40) = 0
r1 = r6
r2 = r10
r2 += -32
r3 = 12
r4 = r10
r4 += -48
r5 = 12
$CTX
-- expect
ct       ok
ct_skb   argument@12
ct_new   ok
ct_early argument@17
-- type sched_cls proprietary
-- case a licence that is not compatible
r1 = 1
call kfunc[bpf_preempt_disable]
call kfunc[bpf_preempt_enable]
-- refuse helper @2
-- type socket_filter
-- case a socket filter asks for a task
r1 = 1
call kfunc[bpf_task_from_pid]
-- refuse helper @2
-- type tracing attach=trace_raw_tp to=task_newtask
-- set TASK
acquire   r1 = r7; call kfunc[bpf_task_acquire]; if r0 == 0 goto out; r1 = r0; call kfunc[bpf_task_release]
release   r1 = r7; call kfunc[bpf_task_release]
mask      call kfunc[bpf_cpumask_create]; if r0 == 0 goto out; r8 = r0; r1 = 3; r2 = r8; call kfunc[bpf_cpumask_set_cpu]; r1 = 3; r2 = r8; call kfunc[bpf_cpumask_test_cpu]; r1 = r8; call kfunc[bpf_cpumask_release]
mask_leak call kfunc[bpf_cpumask_create]; if r0 == 0 goto out; r8 = r0
mask_null call kfunc[bpf_cpumask_create]; r8 = r0; r1 = 3; r2 = r8; call kfunc[bpf_cpumask_set_cpu]
mask_task r1 = 3; r2 = r7; call kfunc[bpf_cpumask_set_cpu]
mask_and  call kfunc[bpf_cpumask_create]; if r0 == 0 goto out; r8 = r0; r1 = r8; r2 = r8; r3 = r8; call kfunc[bpf_cpumask_and]; r1 = r8; r2 = r8; call kfunc[bpf_cpumask_equal]; r1 = r8; call kfunc[bpf_cpumask_release]
cgroup    r1 = 1; call kfunc[bpf_cgroup_from_id]; if r0 == 0 goto out; r8 = r0; r1 = r7; r2 = r8; call kfunc[bpf_task_under_cgroup]; r1 = r8; call kfunc[bpf_cgroup_release]
ancestor  r1 = 1; call kfunc[bpf_cgroup_from_id]; if r0 == 0 goto out; r8 = r0; r1 = r8; r2 = 1; call kfunc[bpf_cgroup_ancestor]; r9 = r0; r1 = r8; call kfunc[bpf_cgroup_release]; if r9 == 0 goto out; r1 = r9; call kfunc[bpf_cgroup_release]
tasks     call kfunc[bpf_rcu_read_lock]; r1 = r10; r1 += -24; r2 = 0; r3 = 0; call kfunc[bpf_iter_task_new]; next: r1 = r10; r1 += -24; call kfunc[bpf_iter_task_next]; if r0 == 0 goto end; r1 = *(u32 *)(r0 + 0); goto next; end: r1 = r10; r1 += -24; call kfunc[bpf_iter_task_destroy]; call kfunc[bpf_rcu_read_unlock]
tasks_of  r1 = r10; r1 += -24; r2 = r7; r3 = 1; call kfunc[bpf_iter_task_new]; next: r1 = r10; r1 += -24; call kfunc[bpf_iter_task_next]; if r0 == 0 goto end; r1 = r0; call kfunc[bpf_task_acquire]; if r0 == 0 goto next; r1 = r0; call kfunc[bpf_task_release]; goto next; end: r1 = r10; r1 += -24; call kfunc[bpf_iter_task_destroy]
tasks_un  call kfunc[bpf_rcu_read_lock]; r1 = r10; r1 += -24; r2 = 0; r3 = 0; call kfunc[bpf_iter_task_new]; call kfunc[bpf_rcu_read_unlock]; r1 = r10; r1 += -24; call kfunc[bpf_iter_task_destroy]
vma       r1 = r10; r1 += -8; r2 = r7; r3 = 0; call kfunc[bpf_iter_task_vma_new]; next: r1 = r10; r1 += -8; call kfunc[bpf_iter_task_vma_next]; if r0 == 0 goto end; r1 = *(u64 *)(r0 + 0); goto next; end: r1 = r10; r1 += -8; call kfunc[bpf_iter_task_vma_destroy]
rcu_use   call kfunc[bpf_rcu_read_lock]; r8 = r7; call kfunc[bpf_rcu_read_unlock]; r1 = r8; call kfunc[bpf_task_acquire]; if r0 == 0 goto out; r1 = r0; call kfunc[bpf_task_release]
-- table tasks in a tracepoint: TASK
r7 = *(u64 *)(r6 + 0)
$TASK
-- expect
acquire   ok
release   reference@3
mask      ok
mask_leak reference@6
mask_null maybe-null@6
mask_task argument@4
mask_and  ok
cgroup    ok
ancestor  ok
tasks     ok
tasks_of  ok
tasks_un  lock@11
vma       ok
rcu_use   ok
