Global functions by the types of their parameters and the tags of their declarations: what callers may give, and what the function has.
-- kernel
-- type tracing attach=trace_raw_tp to=task_newtask
-- maps
values array 4 48 1
records ringbuf 0 0 4096
-- set ARG
null     r1 = 0
number   r1 = 7
ctx      r1 = r6
ctx8     r1 = r6; r1 += 8
stack    r1 = r10; r1 += -16
stack8   r1 = r10; r1 += -8
unset    r1 = r10; r1 += -64
value    r1 = map[values][0]+0
value47  r1 = map[values][0]+47
map      r1 = map[values]
maybe    r1 = map[values]; r2 = r10; r2 += -8; call bpf_map_lookup_elem; r1 = r0
task     r1 = *(u64 *)(r6 + 0)
task8    r1 = *(u64 *)(r6 + 0); r1 += 8
current  call bpf_get_current_task_btf; r1 = r0
owned    r1 = *(u64 *)(r6 + 0); call kfunc[bpf_task_acquire]; if r0 == 0 goto out; r7 = r0; r1 = r0
ornull   r1 = *(u64 *)(r6 + 0); call kfunc[bpf_task_acquire]; r7 = r0; r1 = r0
walked   r1 = *(u64 *)(r6 + 0); r1 = *(u64 *)(r1 + off[task_struct.last_wakee])
parent   r1 = *(u64 *)(r6 + 0); r1 = *(u64 *)(r1 + off[task_struct.real_parent])
mm       r1 = *(u64 *)(r6 + 0); r1 = *(u64 *)(r1 + off[task_struct.mm])
cast     r1 = r6; r2 = struct[task_struct]; call kfunc[bpf_rdonly_cast]; r1 = r0
void     r1 = r6; r2 = 0; call kfunc[bpf_rdonly_cast]; r1 = r0
dynptr   r1 = map[values][0]+0; r2 = 48; r3 = 0; r4 = r10; r4 += -32; call bpf_dynptr_from_mem; r1 = r10; r1 += -32
dynrec   r1 = map[records]; r2 = 32; r3 = 0; r4 = r10; r4 += -32; call bpf_ringbuf_reserve_dynptr; r1 = r10; r1 += -32
nothing  r0 = 0
-- set BODY
none    r0 = 0
read    r0 = *(u32 *)(r1 + 0)
tested  r0 = 0; if r1 == 0 goto end; r0 = *(u32 *)(r1 + 0)
far     r0 = 0; if r1 == 0 goto end; r0 = *(u32 *)(r1 + 40)
write   r0 = 0; if r1 == 0 goto end; *(u32 *)(r1 + 0) = 1
add     r0 = 0; if r1 == 0 goto end; r1 += 8; r0 = *(u8 *)(r1 + 0)
acquire r0 = 0; if r1 == 0 goto end; call kfunc[bpf_task_acquire]; if r0 == 0 goto end; r1 = r0; call kfunc[bpf_task_release]; r0 = 0
release r0 = 0; if r1 == 0 goto end; call kfunc[bpf_task_release]; r0 = 0
give    r0 = 0; if r1 == 0 goto end; r2 = r1; r1 = r10; r1 += -16; *(u64 *)(r10 - 16) = 0; *(u64 *)(r10 - 8) = 0; r3 = r2; r2 = 8; call bpf_probe_read_kernel; r0 = 0
mem     r0 = 0; if r1 == 0 goto end; r2 = 4; r3 = r1; r1 = r10; r1 += -8; *(u64 *)(r10 - 8) = 0; r4 = 4; r5 = 0; call bpf_csum_diff; r0 = 0
data    r2 = 0; r3 = 4; call bpf_dynptr_data; if r0 == 0 goto end; r0 = *(u32 *)(r0 + 0)
dwrite  *(u64 *)(r10 - 8) = 0; r2 = 0; r3 = r10; r3 += -8; r4 = 8; r5 = 0; call bpf_dynptr_write; r0 = 0
submit  r2 = 0; call bpf_ringbuf_submit_dynptr; r0 = 0
return  r0 = r1
-- funcs
static int main(ctx)
global int f(struct[task_struct]+trusted)
-- table given task_struct trusted: ARG BODY
r6 = r1
r7 = 0
*(u64 *)(r10 - 8) = 0
*(u64 *)(r10 - 16) = 0
$ARG
call f
if r7 == 0 goto out
r1 = r7
call kfunc[bpf_task_release]
out: r0 = 0
exit
f: $BODY
end: exit
-- expect
        none         read         tested       far          write        add          acquire      release      give         mem          data         dwrite       submit       return
null    call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5
number  call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5
ctx     call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5
ctx8    call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
stack   call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
stack8  call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
unset   call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
value   call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
value47 call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
map     call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
maybe   call@10      call@10      call@10      call@10      call@10      call@10      call@10      call@10      call@10      call@10      call@10      call@10      call@10      call@10
task    ok           ok           ok           ok           read-only@13 ok           ok           reference@13 ok           helper@20    argument@13  argument@17  argument@12  return@12
task8   call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
current ok           ok           ok           ok           read-only@14 ok           ok           reference@14 ok           helper@21    argument@14  argument@18  argument@13  return@13
owned   ok           ok           ok           ok           read-only@17 ok           ok           reference@17 ok           helper@24    argument@17  argument@21  argument@16  return@16
ornull  maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8
walked  ok           ok           ok           ok           read-only@14 ok           ok           reference@14 ok           helper@21    argument@14  argument@18  argument@13  return@13
parent  ok           ok           ok           ok           read-only@14 ok           ok           reference@14 ok           helper@21    argument@14  argument@18  argument@13  return@13
mm      call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
cast    call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8
void    call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8
dynptr  call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13
dynrec  call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13
nothing call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5
-- funcs
static int main(ctx)
global int f(struct[task_struct]+trusted+nullable)
-- table given task_struct trusted nullable: ARG BODY
r6 = r1
r7 = 0
*(u64 *)(r10 - 8) = 0
*(u64 *)(r10 - 16) = 0
$ARG
call f
if r7 == 0 goto out
r1 = r7
call kfunc[bpf_task_release]
out: r0 = 0
exit
f: $BODY
end: exit
-- expect
        none    read          tested  far     write        add     acquire release      give    mem       data        dwrite      submit      return
null    ok      maybe-null@11 ok      ok      read-only@13 ok      ok      reference@13 ok      helper@20 argument@13 argument@17 argument@12 return@12
number  call@5  call@5        call@5  call@5  call@5       call@5  call@5  call@5       call@5  call@5    call@5      call@5      call@5      call@5
ctx     call@5  call@5        call@5  call@5  call@5       call@5  call@5  call@5       call@5  call@5    call@5      call@5      call@5      call@5
ctx8    call@6  call@6        call@6  call@6  call@6       call@6  call@6  call@6       call@6  call@6    call@6      call@6      call@6      call@6
stack   call@6  call@6        call@6  call@6  call@6       call@6  call@6  call@6       call@6  call@6    call@6      call@6      call@6      call@6
stack8  call@6  call@6        call@6  call@6  call@6       call@6  call@6  call@6       call@6  call@6    call@6      call@6      call@6      call@6
unset   call@6  call@6        call@6  call@6  call@6       call@6  call@6  call@6       call@6  call@6    call@6      call@6      call@6      call@6
value   call@6  call@6        call@6  call@6  call@6       call@6  call@6  call@6       call@6  call@6    call@6      call@6      call@6      call@6
value47 call@6  call@6        call@6  call@6  call@6       call@6  call@6  call@6       call@6  call@6    call@6      call@6      call@6      call@6
map     call@6  call@6        call@6  call@6  call@6       call@6  call@6  call@6       call@6  call@6    call@6      call@6      call@6      call@6
maybe   call@10 call@10       call@10 call@10 call@10      call@10 call@10 call@10      call@10 call@10   call@10     call@10     call@10     call@10
task    ok      maybe-null@11 ok      ok      read-only@13 ok      ok      reference@13 ok      helper@20 argument@13 argument@17 argument@12 return@12
task8   call@6  call@6        call@6  call@6  call@6       call@6  call@6  call@6       call@6  call@6    call@6      call@6      call@6      call@6
current ok      maybe-null@12 ok      ok      read-only@14 ok      ok      reference@14 ok      helper@21 argument@14 argument@18 argument@13 return@13
owned   ok      maybe-null@15 ok      ok      read-only@17 ok      ok      reference@17 ok      helper@24 argument@17 argument@21 argument@16 return@16
ornull  ok      maybe-null@14 ok      ok      read-only@16 ok      ok      reference@16 ok      helper@23 argument@16 argument@20 argument@15 return@15
walked  ok      maybe-null@12 ok      ok      read-only@14 ok      ok      reference@14 ok      helper@21 argument@14 argument@18 argument@13 return@13
parent  ok      maybe-null@12 ok      ok      read-only@14 ok      ok      reference@14 ok      helper@21 argument@14 argument@18 argument@13 return@13
mm      call@6  call@6        call@6  call@6  call@6       call@6  call@6  call@6       call@6  call@6    call@6      call@6      call@6      call@6
cast    call@8  call@8        call@8  call@8  call@8       call@8  call@8  call@8       call@8  call@8    call@8      call@8      call@8      call@8
void    call@8  call@8        call@8  call@8  call@8       call@8  call@8  call@8       call@8  call@8    call@8      call@8      call@8      call@8
dynptr  call@13 call@13       call@13 call@13 call@13      call@13 call@13 call@13      call@13 call@13   call@13     call@13     call@13     call@13
dynrec  call@13 call@13       call@13 call@13 call@13      call@13 call@13 call@13      call@13 call@13   call@13     call@13     call@13     call@13
nothing call@5  call@5        call@5  call@5  call@5       call@5  call@5  call@5       call@5  call@5    call@5      call@5      call@5      call@5
-- funcs
static int main(ctx)
global int f(struct[task_struct___local]+trusted)
-- table given task_struct of another flavour, trusted: ARG BODY
r6 = r1
r7 = 0
*(u64 *)(r10 - 8) = 0
*(u64 *)(r10 - 16) = 0
$ARG
call f
if r7 == 0 goto out
r1 = r7
call kfunc[bpf_task_release]
out: r0 = 0
exit
f: $BODY
end: exit
-- expect
        none         read         tested       far          write        add          acquire      release      give         mem          data         dwrite       submit       return
null    call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5
number  call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5
ctx     call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5
ctx8    call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
stack   call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
stack8  call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
unset   call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
value   call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
value47 call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
map     call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
maybe   call@10      call@10      call@10      call@10      call@10      call@10      call@10      call@10      call@10      call@10      call@10      call@10      call@10      call@10
task    ok           ok           ok           ok           read-only@13 ok           ok           reference@13 ok           helper@20    argument@13  argument@17  argument@12  return@12
task8   call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
current ok           ok           ok           ok           read-only@14 ok           ok           reference@14 ok           helper@21    argument@14  argument@18  argument@13  return@13
owned   ok           ok           ok           ok           read-only@17 ok           ok           reference@17 ok           helper@24    argument@17  argument@21  argument@16  return@16
ornull  maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8
walked  ok           ok           ok           ok           read-only@14 ok           ok           reference@14 ok           helper@21    argument@14  argument@18  argument@13  return@13
parent  ok           ok           ok           ok           read-only@14 ok           ok           reference@14 ok           helper@21    argument@14  argument@18  argument@13  return@13
mm      call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
cast    call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8
void    call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8
dynptr  call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13
dynrec  call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13
nothing call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5
-- funcs
static int main(ctx)
global int f(struct[task_struct]+untrusted)
-- table given task_struct untrusted: ARG BODY
r6 = r1
r7 = 0
*(u64 *)(r10 - 8) = 0
*(u64 *)(r10 - 16) = 0
$ARG
call f
if r7 == 0 goto out
r1 = r7
call kfunc[bpf_task_release]
out: r0 = 0
exit
f: $BODY
end: exit
-- expect
        none         read         tested       far          write        add          acquire      release      give         mem          data         dwrite       submit       return
null    ok           ok           ok           ok           read-only@13 ok           argument@13  argument@13  ok           helper@20    argument@13  argument@17  argument@12  return@12
number  ok           ok           ok           ok           read-only@13 ok           argument@13  argument@13  ok           helper@20    argument@13  argument@17  argument@12  return@12
ctx     ok           ok           ok           ok           read-only@13 ok           argument@13  argument@13  ok           helper@20    argument@13  argument@17  argument@12  return@12
ctx8    ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
stack   ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
stack8  ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
unset   ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
value   ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
value47 ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
map     ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
maybe   ok           ok           ok           ok           read-only@18 ok           argument@18  argument@18  ok           helper@25    argument@18  argument@22  argument@17  return@17
task    ok           ok           ok           ok           read-only@13 ok           argument@13  argument@13  ok           helper@20    argument@13  argument@17  argument@12  return@12
task8   ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
current ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
owned   ok           ok           ok           ok           read-only@17 ok           argument@17  argument@17  ok           helper@24    argument@17  argument@21  argument@16  return@16
ornull  ok           ok           ok           ok           read-only@16 ok           argument@16  argument@16  ok           helper@23    argument@16  argument@20  argument@15  return@15
walked  ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
parent  ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
mm      ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
cast    ok           ok           ok           ok           read-only@16 ok           argument@16  argument@16  ok           helper@23    argument@16  argument@20  argument@15  return@15
void    ok           ok           ok           ok           read-only@16 ok           argument@16  argument@16  ok           helper@23    argument@16  argument@20  argument@15  return@15
dynptr  ok           ok           ok           ok           read-only@21 ok           argument@21  argument@21  ok           helper@28    argument@21  argument@25  argument@20  return@20
dynrec  reference@18 reference@18 reference@18 reference@18 reference@18 reference@18 reference@18 reference@18 reference@18 reference@18 reference@18 reference@18 reference@18 reference@18
nothing ok           ok           ok           ok           read-only@13 ok           argument@13  argument@13  ok           helper@20    argument@13  argument@17  argument@12  return@12
-- funcs
static int main(ctx)
global int f(ptr+untrusted)
-- table given void untrusted: ARG BODY
r6 = r1
r7 = 0
*(u64 *)(r10 - 8) = 0
*(u64 *)(r10 - 16) = 0
$ARG
call f
if r7 == 0 goto out
r1 = r7
call kfunc[bpf_task_release]
out: r0 = 0
exit
f: $BODY
end: exit
-- expect
        none         read         tested       far          write        add          acquire      release      give         mem          data         dwrite       submit       return
null    ok           ok           ok           ok           read-only@13 ok           argument@13  argument@13  ok           helper@20    argument@13  argument@17  argument@12  return@12
number  ok           ok           ok           ok           read-only@13 ok           argument@13  argument@13  ok           helper@20    argument@13  argument@17  argument@12  return@12
ctx     ok           ok           ok           ok           read-only@13 ok           argument@13  argument@13  ok           helper@20    argument@13  argument@17  argument@12  return@12
ctx8    ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
stack   ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
stack8  ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
unset   ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
value   ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
value47 ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
map     ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
maybe   ok           ok           ok           ok           read-only@18 ok           argument@18  argument@18  ok           helper@25    argument@18  argument@22  argument@17  return@17
task    ok           ok           ok           ok           read-only@13 ok           argument@13  argument@13  ok           helper@20    argument@13  argument@17  argument@12  return@12
task8   ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
current ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
owned   ok           ok           ok           ok           read-only@17 ok           argument@17  argument@17  ok           helper@24    argument@17  argument@21  argument@16  return@16
ornull  ok           ok           ok           ok           read-only@16 ok           argument@16  argument@16  ok           helper@23    argument@16  argument@20  argument@15  return@15
walked  ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
parent  ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
mm      ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
cast    ok           ok           ok           ok           read-only@16 ok           argument@16  argument@16  ok           helper@23    argument@16  argument@20  argument@15  return@15
void    ok           ok           ok           ok           read-only@16 ok           argument@16  argument@16  ok           helper@23    argument@16  argument@20  argument@15  return@15
dynptr  ok           ok           ok           ok           read-only@21 ok           argument@21  argument@21  ok           helper@28    argument@21  argument@25  argument@20  return@20
dynrec  reference@18 reference@18 reference@18 reference@18 reference@18 reference@18 reference@18 reference@18 reference@18 reference@18 reference@18 reference@18 reference@18 reference@18
nothing ok           ok           ok           ok           read-only@13 ok           argument@13  argument@13  ok           helper@20    argument@13  argument@17  argument@12  return@12
-- funcs
static int main(ctx)
global int f(iptr+untrusted)
-- table given int untrusted: ARG BODY
r6 = r1
r7 = 0
*(u64 *)(r10 - 8) = 0
*(u64 *)(r10 - 16) = 0
$ARG
call f
if r7 == 0 goto out
r1 = r7
call kfunc[bpf_task_release]
out: r0 = 0
exit
f: $BODY
end: exit
-- expect
        none         read         tested       far          write        add          acquire      release      give         mem          data         dwrite       submit       return
null    ok           ok           ok           ok           read-only@13 ok           argument@13  argument@13  ok           helper@20    argument@13  argument@17  argument@12  return@12
number  ok           ok           ok           ok           read-only@13 ok           argument@13  argument@13  ok           helper@20    argument@13  argument@17  argument@12  return@12
ctx     ok           ok           ok           ok           read-only@13 ok           argument@13  argument@13  ok           helper@20    argument@13  argument@17  argument@12  return@12
ctx8    ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
stack   ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
stack8  ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
unset   ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
value   ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
value47 ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
map     ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
maybe   ok           ok           ok           ok           read-only@18 ok           argument@18  argument@18  ok           helper@25    argument@18  argument@22  argument@17  return@17
task    ok           ok           ok           ok           read-only@13 ok           argument@13  argument@13  ok           helper@20    argument@13  argument@17  argument@12  return@12
task8   ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
current ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
owned   ok           ok           ok           ok           read-only@17 ok           argument@17  argument@17  ok           helper@24    argument@17  argument@21  argument@16  return@16
ornull  ok           ok           ok           ok           read-only@16 ok           argument@16  argument@16  ok           helper@23    argument@16  argument@20  argument@15  return@15
walked  ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
parent  ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
mm      ok           ok           ok           ok           read-only@14 ok           argument@14  argument@14  ok           helper@21    argument@14  argument@18  argument@13  return@13
cast    ok           ok           ok           ok           read-only@16 ok           argument@16  argument@16  ok           helper@23    argument@16  argument@20  argument@15  return@15
void    ok           ok           ok           ok           read-only@16 ok           argument@16  argument@16  ok           helper@23    argument@16  argument@20  argument@15  return@15
dynptr  ok           ok           ok           ok           read-only@21 ok           argument@21  argument@21  ok           helper@28    argument@21  argument@25  argument@20  return@20
dynrec  reference@18 reference@18 reference@18 reference@18 reference@18 reference@18 reference@18 reference@18 reference@18 reference@18 reference@18 reference@18 reference@18 reference@18
nothing ok           ok           ok           ok           read-only@13 ok           argument@13  argument@13  ok           helper@20    argument@13  argument@17  argument@12  return@12
-- funcs
static int main(ctx)
global int f(struct[bpf_dynptr])
-- table given dynptr: ARG BODY
r6 = r1
r7 = 0
*(u64 *)(r10 - 8) = 0
*(u64 *)(r10 - 16) = 0
$ARG
call f
if r7 == 0 goto out
r1 = r7
call kfunc[bpf_task_release]
out: r0 = 0
exit
f: $BODY
end: exit
-- expect
        none            read             tested           far              write            add              acquire         release         give            mem             data            dwrite          submit          return
null    argument@5      argument@5       argument@5       argument@5       argument@5       argument@5       argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5
number  argument@5      argument@5       argument@5       argument@5       argument@5       argument@5       argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5
ctx     argument@5      argument@5       argument@5       argument@5       argument@5       argument@5       argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5
ctx8    argument@6      argument@6       argument@6       argument@6       argument@6       argument@6       argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6
stack   uninitialised@6 uninitialised@6  uninitialised@6  uninitialised@6  uninitialised@6  uninitialised@6  uninitialised@6 uninitialised@6 uninitialised@6 uninitialised@6 uninitialised@6 uninitialised@6 uninitialised@6 uninitialised@6
stack8  stack@6         stack@6          stack@6          stack@6          stack@6          stack@6          stack@6         stack@6         stack@6         stack@6         stack@6         stack@6         stack@6         stack@6
unset   uninitialised@6 uninitialised@6  uninitialised@6  uninitialised@6  uninitialised@6  uninitialised@6  uninitialised@6 uninitialised@6 uninitialised@6 uninitialised@6 uninitialised@6 uninitialised@6 uninitialised@6 uninitialised@6
value   argument@6      argument@6       argument@6       argument@6       argument@6       argument@6       argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6
value47 argument@6      argument@6       argument@6       argument@6       argument@6       argument@6       argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6
map     argument@6      argument@6       argument@6       argument@6       argument@6       argument@6       argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6
maybe   argument@10     argument@10      argument@10      argument@10      argument@10      argument@10      argument@10     argument@10     argument@10     argument@10     argument@10     argument@10     argument@10     argument@10
task    argument@5      argument@5       argument@5       argument@5       argument@5       argument@5       argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5
task8   argument@6      argument@6       argument@6       argument@6       argument@6       argument@6       argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6
current argument@6      argument@6       argument@6       argument@6       argument@6       argument@6       argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6
owned   argument@9      argument@9       argument@9       argument@9       argument@9       argument@9       argument@9      argument@9      argument@9      argument@9      argument@9      argument@9      argument@9      argument@9
ornull  argument@8      argument@8       argument@8       argument@8       argument@8       argument@8       argument@8      argument@8      argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
walked  argument@6      argument@6       argument@6       argument@6       argument@6       argument@6       argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6
parent  argument@6      argument@6       argument@6       argument@6       argument@6       argument@6       argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6
mm      argument@6      argument@6       argument@6       argument@6       argument@6       argument@6       argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6      argument@6
cast    argument@8      argument@8       argument@8       argument@8       argument@8       argument@8       argument@8      argument@8      argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
void    argument@8      argument@8       argument@8       argument@8       argument@8       argument@8       argument@8      argument@8      argument@8      argument@8      argument@8      argument@8      argument@8      argument@8
dynptr  ok              not-a-pointer@19 not-a-pointer@21 not-a-pointer@21 not-a-pointer@21 not-a-pointer@22 argument@21     argument@21     ok              helper@28       ok              ok              reference@20    return@20
dynrec  reference@18    reference@18     reference@18     reference@18     reference@18     reference@18     reference@18    reference@18    reference@18    reference@18    reference@18    reference@18    reference@18    reference@18
nothing argument@5      argument@5       argument@5       argument@5       argument@5       argument@5       argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5      argument@5
-- funcs
static int main(ctx)
global int f(ptr+arena)
-- table given arena: ARG BODY
r6 = r1
r7 = 0
*(u64 *)(r10 - 8) = 0
*(u64 *)(r10 - 16) = 0
$ARG
call f
if r7 == 0 goto out
r1 = r7
call kfunc[bpf_task_release]
out: r0 = 0
exit
f: $BODY
end: exit
-- expect
        none    read             tested           far              write            add              acquire     release     give    mem       data        dwrite      submit      return
null    ok      not-a-pointer@11 not-a-pointer@13 not-a-pointer@13 not-a-pointer@13 not-a-pointer@14 argument@13 argument@13 ok      helper@20 argument@13 argument@17 argument@12 ok
number  ok      not-a-pointer@11 not-a-pointer@13 not-a-pointer@13 not-a-pointer@13 not-a-pointer@14 argument@13 argument@13 ok      helper@20 argument@13 argument@17 argument@12 ok
ctx     call@5  call@5           call@5           call@5           call@5           call@5           call@5      call@5      call@5  call@5    call@5      call@5      call@5      call@5
ctx8    call@6  call@6           call@6           call@6           call@6           call@6           call@6      call@6      call@6  call@6    call@6      call@6      call@6      call@6
stack   call@6  call@6           call@6           call@6           call@6           call@6           call@6      call@6      call@6  call@6    call@6      call@6      call@6      call@6
stack8  call@6  call@6           call@6           call@6           call@6           call@6           call@6      call@6      call@6  call@6    call@6      call@6      call@6      call@6
unset   call@6  call@6           call@6           call@6           call@6           call@6           call@6      call@6      call@6  call@6    call@6      call@6      call@6      call@6
value   call@6  call@6           call@6           call@6           call@6           call@6           call@6      call@6      call@6  call@6    call@6      call@6      call@6      call@6
value47 call@6  call@6           call@6           call@6           call@6           call@6           call@6      call@6      call@6  call@6    call@6      call@6      call@6      call@6
map     call@6  call@6           call@6           call@6           call@6           call@6           call@6      call@6      call@6  call@6    call@6      call@6      call@6      call@6
maybe   call@10 call@10          call@10          call@10          call@10          call@10          call@10     call@10     call@10 call@10   call@10     call@10     call@10     call@10
task    call@5  call@5           call@5           call@5           call@5           call@5           call@5      call@5      call@5  call@5    call@5      call@5      call@5      call@5
task8   call@6  call@6           call@6           call@6           call@6           call@6           call@6      call@6      call@6  call@6    call@6      call@6      call@6      call@6
current call@6  call@6           call@6           call@6           call@6           call@6           call@6      call@6      call@6  call@6    call@6      call@6      call@6      call@6
owned   call@9  call@9           call@9           call@9           call@9           call@9           call@9      call@9      call@9  call@9    call@9      call@9      call@9      call@9
ornull  call@8  call@8           call@8           call@8           call@8           call@8           call@8      call@8      call@8  call@8    call@8      call@8      call@8      call@8
walked  call@6  call@6           call@6           call@6           call@6           call@6           call@6      call@6      call@6  call@6    call@6      call@6      call@6      call@6
parent  call@6  call@6           call@6           call@6           call@6           call@6           call@6      call@6      call@6  call@6    call@6      call@6      call@6      call@6
mm      call@6  call@6           call@6           call@6           call@6           call@6           call@6      call@6      call@6  call@6    call@6      call@6      call@6      call@6
cast    call@8  call@8           call@8           call@8           call@8           call@8           call@8      call@8      call@8  call@8    call@8      call@8      call@8      call@8
void    call@8  call@8           call@8           call@8           call@8           call@8           call@8      call@8      call@8  call@8    call@8      call@8      call@8      call@8
dynptr  call@13 call@13          call@13          call@13          call@13          call@13          call@13     call@13     call@13 call@13   call@13     call@13     call@13     call@13
dynrec  call@13 call@13          call@13          call@13          call@13          call@13          call@13     call@13     call@13 call@13   call@13     call@13     call@13     call@13
nothing call@5  call@5           call@5           call@5           call@5           call@5           call@5      call@5      call@5  call@5    call@5      call@5      call@5      call@5
-- funcs
static int main(ctx)
global int f(ptr+ctx)
-- table given context: ARG BODY
r6 = r1
r7 = 0
*(u64 *)(r10 - 8) = 0
*(u64 *)(r10 - 16) = 0
$ARG
call f
if r7 == 0 goto out
r1 = r7
call kfunc[bpf_task_release]
out: r0 = 0
exit
f: $BODY
end: exit
-- expect
        none         read         tested       far          write        add           acquire      release      give         mem          data         dwrite       submit       return
null    call@5       call@5       call@5       call@5       call@5       call@5        call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5
number  call@5       call@5       call@5       call@5       call@5       call@5        call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5
ctx     ok           context@11   context@13   context@13   context@13   arithmetic@14 argument@13  argument@13  ok           helper@20    argument@13  argument@17  argument@12  return@12
ctx8    arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6  arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6 arithmetic@6
stack   call@6       call@6       call@6       call@6       call@6       call@6        call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
stack8  call@6       call@6       call@6       call@6       call@6       call@6        call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
unset   call@6       call@6       call@6       call@6       call@6       call@6        call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
value   call@6       call@6       call@6       call@6       call@6       call@6        call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
value47 call@6       call@6       call@6       call@6       call@6       call@6        call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
map     call@6       call@6       call@6       call@6       call@6       call@6        call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
maybe   call@10      call@10      call@10      call@10      call@10      call@10       call@10      call@10      call@10      call@10      call@10      call@10      call@10      call@10
task    call@5       call@5       call@5       call@5       call@5       call@5        call@5       call@5       call@5       call@5       call@5       call@5       call@5       call@5
task8   call@6       call@6       call@6       call@6       call@6       call@6        call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
current call@6       call@6       call@6       call@6       call@6       call@6        call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
owned   call@9       call@9       call@9       call@9       call@9       call@9        call@9       call@9       call@9       call@9       call@9       call@9       call@9       call@9
ornull  call@8       call@8       call@8       call@8       call@8       call@8        call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8
walked  call@6       call@6       call@6       call@6       call@6       call@6        call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
parent  call@6       call@6       call@6       call@6       call@6       call@6        call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
mm      call@6       call@6       call@6       call@6       call@6       call@6        call@6       call@6       call@6       call@6       call@6       call@6       call@6       call@6
cast    call@8       call@8       call@8       call@8       call@8       call@8        call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8
void    call@8       call@8       call@8       call@8       call@8       call@8        call@8       call@8       call@8       call@8       call@8       call@8       call@8       call@8
dynptr  call@13      call@13      call@13      call@13      call@13      call@13       call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13
dynrec  call@13      call@13      call@13      call@13      call@13      call@13       call@13      call@13      call@13      call@13      call@13      call@13      call@13      call@13
nothing ok           context@11   context@13   context@13   context@13   arithmetic@14 argument@13  argument@13  ok           helper@20    argument@13  argument@17  argument@12  return@12
-- set ARG
number   r1 = 7
ctx      r1 = r6
ctx8     r1 = r6; r1 += 8
stack    r1 = r10; r1 += -16
stack8   r1 = r10; r1 += -8
unset    r1 = r10; r1 += -64
value    r1 = map[values][0]+0
value47  r1 = map[values][0]+47
map      r1 = map[values]
maybe    r1 = map[values]; r2 = r10; r2 += -8; call bpf_map_lookup_elem; r1 = r0
void     r1 = r6; r2 = 0; call kfunc[bpf_rdonly_cast]; r1 = r0
dynptr   r1 = map[values][0]+0; r2 = 48; r3 = 0; r4 = r10; r4 += -32; call bpf_dynptr_from_mem; r1 = r10; r1 += -32
dynrec   r1 = map[records]; r2 = 32; r3 = 0; r4 = r10; r4 += -32; call bpf_ringbuf_reserve_dynptr; r1 = r10; r1 += -32
nothing  r0 = 0
-- funcs
static int main(ctx)
global int f(iptr)
-- table given int: ARG BODY
r6 = r1
r7 = 0
*(u64 *)(r10 - 8) = 0
*(u64 *)(r10 - 16) = 0
$ARG
call f
if r7 == 0 goto out
r1 = r7
call kfunc[bpf_task_release]
out: r0 = 0
exit
f: $BODY
end: exit
-- expect
        none             read             tested           far              write            add              acquire          release          give             mem              data             dwrite           submit           return
number  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5
ctx     context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5
ctx8    arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6
stack   ok               maybe-null@12    ok               bounds@14        ok               bounds@15        argument@14      argument@14      ok               helper@21        argument@14      argument@18      argument@13      return@13
stack8  ok               maybe-null@12    ok               bounds@14        ok               bounds@15        argument@14      argument@14      ok               helper@21        argument@14      argument@18      argument@13      return@13
unset   ok               maybe-null@12    ok               bounds@14        ok               bounds@15        argument@14      argument@14      ok               helper@21        argument@14      argument@18      argument@13      return@13
value   ok               maybe-null@12    ok               bounds@14        ok               bounds@15        argument@14      argument@14      ok               helper@21        argument@14      argument@18      argument@13      return@13
value47 bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6
map     not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6
maybe   ok               maybe-null@16    ok               bounds@18        ok               bounds@19        argument@18      argument@18      ok               helper@25        argument@18      argument@22      argument@17      return@17
void    not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8
dynptr  uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13
dynrec  uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13
nothing context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5
-- funcs
static int main(ctx)
global int f(iptr+nonnull)
-- table given int nonnull: ARG BODY
r6 = r1
r7 = 0
*(u64 *)(r10 - 8) = 0
*(u64 *)(r10 - 16) = 0
$ARG
call f
if r7 == 0 goto out
r1 = r7
call kfunc[bpf_task_release]
out: r0 = 0
exit
f: $BODY
end: exit
-- expect
        none             read             tested           far              write            add              acquire          release          give             mem              data             dwrite           submit           return
number  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5
ctx     context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5
ctx8    arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6
stack   ok               ok               ok               bounds@14        ok               bounds@15        argument@14      argument@14      ok               helper@21        argument@14      argument@18      argument@13      return@13
stack8  ok               ok               ok               bounds@14        ok               bounds@15        argument@14      argument@14      ok               helper@21        argument@14      argument@18      argument@13      return@13
unset   ok               ok               ok               bounds@14        ok               bounds@15        argument@14      argument@14      ok               helper@21        argument@14      argument@18      argument@13      return@13
value   ok               ok               ok               bounds@14        ok               bounds@15        argument@14      argument@14      ok               helper@21        argument@14      argument@18      argument@13      return@13
value47 bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6
map     not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6
maybe   maybe-null@10    maybe-null@10    maybe-null@10    maybe-null@10    maybe-null@10    maybe-null@10    maybe-null@10    maybe-null@10    maybe-null@10    maybe-null@10    maybe-null@10    maybe-null@10    maybe-null@10    maybe-null@10
void    not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8
dynptr  uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13
dynrec  uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13
nothing context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5
-- funcs
static int main(ctx)
global int f(anon)
-- table given anonymous struct: ARG BODY
r6 = r1
r7 = 0
*(u64 *)(r10 - 8) = 0
*(u64 *)(r10 - 16) = 0
$ARG
call f
if r7 == 0 goto out
r1 = r7
call kfunc[bpf_task_release]
out: r0 = 0
exit
f: $BODY
end: exit
-- expect
        none             read             tested           far              write            add              acquire          release          give             mem              data             dwrite           submit           return
number  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5  not-a-pointer@5
ctx     context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5
ctx8    arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6     arithmetic@6
stack   ok               maybe-null@12    ok               bounds@14        ok               bounds@15        argument@14      argument@14      ok               helper@21        argument@14      argument@18      argument@13      return@13
stack8  ok               maybe-null@12    ok               bounds@14        ok               bounds@15        argument@14      argument@14      ok               helper@21        argument@14      argument@18      argument@13      return@13
unset   ok               maybe-null@12    ok               bounds@14        ok               bounds@15        argument@14      argument@14      ok               helper@21        argument@14      argument@18      argument@13      return@13
value   ok               maybe-null@12    ok               bounds@14        ok               bounds@15        argument@14      argument@14      ok               helper@21        argument@14      argument@18      argument@13      return@13
value47 bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6         bounds@6
map     not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6  not-a-pointer@6
maybe   ok               maybe-null@16    ok               bounds@18        ok               bounds@19        argument@18      argument@18      ok               helper@25        argument@18      argument@22      argument@17      return@17
void    not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8  not-a-pointer@8
dynptr  uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13
dynrec  uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13 uninitialised@13
nothing context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5        context@5
-- set ARG
null     r1 = 0
task     r1 = *(u64 *)(r6 + 0)
ornull   r1 = *(u64 *)(r6 + 0); call kfunc[bpf_task_acquire]; r7 = r0; r1 = r0
walked   r1 = *(u64 *)(r6 + 0); r1 = *(u64 *)(r1 + off[task_struct.last_wakee])
cast     r1 = r6; r2 = struct[task_struct]; call kfunc[bpf_rdonly_cast]; r1 = r0
-- set BODY
none    r0 = 0
write   r0 = 0; if r1 == 0 goto end; *(u32 *)(r1 + 0) = 1
-- funcs
static int main(ctx)
global int f(iptr)
-- table given structs of the kernel as int: ARG BODY
r6 = r1
r7 = 0
*(u64 *)(r10 - 8) = 0
*(u64 *)(r10 - 16) = 0
$ARG
call f
if r7 == 0 goto out
r1 = r7
call kfunc[bpf_task_release]
out: r0 = 0
exit
f: $BODY
end: exit
-- expect
       none        write
null   ok          ok
task   read-only@5 read-only@5
ornull read-only@8 read-only@8
walked read-only@6 read-only@6
cast   read-only@8 read-only@8
-- linux task none accept: Linux looks at what is read alone: the function would write into structs of the kernel
-- linux task write accept: Linux looks at what is read alone: the function would write into structs of the kernel
-- linux ornull none accept: Linux looks at what is read alone: the function would write into structs of the kernel
-- linux ornull write accept: Linux looks at what is read alone: the function would write into structs of the kernel
-- linux walked none accept: Linux looks at what is read alone: the function would write into structs of the kernel
-- linux walked write accept: Linux looks at what is read alone: the function would write into structs of the kernel
-- linux cast none accept: Linux looks at what is read alone: the function would write into structs of the kernel
-- linux cast write accept: Linux looks at what is read alone: the function would write into structs of the kernel
-- funcs
static int main(ctx)
global int f(iptr+nonnull)
-- table given structs of the kernel as int nonnull: ARG BODY
r6 = r1
r7 = 0
*(u64 *)(r10 - 8) = 0
*(u64 *)(r10 - 16) = 0
$ARG
call f
if r7 == 0 goto out
r1 = r7
call kfunc[bpf_task_release]
out: r0 = 0
exit
f: $BODY
end: exit
-- expect
       none         write
null   maybe-null@5 maybe-null@5
task   read-only@5  read-only@5
ornull maybe-null@8 maybe-null@8
walked read-only@6  read-only@6
cast   read-only@8  read-only@8
-- linux null none accept: Linux does not look at constants: the function would go through NULL
-- linux null write accept: Linux does not look at constants: the function would go through NULL
-- linux task none accept: Linux looks at what is read alone: the function would write into structs of the kernel
-- linux task write accept: Linux looks at what is read alone: the function would write into structs of the kernel
-- linux walked none accept: Linux looks at what is read alone: the function would write into structs of the kernel
-- linux walked write accept: Linux looks at what is read alone: the function would write into structs of the kernel
-- linux cast none accept: Linux looks at what is read alone: the function would write into structs of the kernel
-- linux cast write accept: Linux looks at what is read alone: the function would write into structs of the kernel
-- before
r6 = r1
-- after
if r9 != 1 goto +2
r1 = 0
call f1
if r9 != 2 goto +2
r1 = 0
call f2
if r9 != 3 goto +2
r1 = 0
call f3
if r9 != 4 goto +2
r1 = 0
call f4
if r9 != 5 goto +2
r1 = 0
call f5
if r9 != 6 goto +2
r1 = 0
call f6
if r9 != 7 goto +2
r1 = 0
call f7
if r9 != 8 goto +2
r1 = 0
call f8
if r9 != 9 goto +2
r1 = 0
call f9
if r9 != 10 goto +2
r1 = 0
call f10
if r9 != 11 goto +2
r1 = 0
call f11
if r9 != 12 goto +2
r1 = 0
call f12
if r9 != 13 goto +2
r1 = 0
call f13
if r9 != 14 goto +2
r1 = 0
call f14
if r9 != 15 goto +2
r1 = 0
call f15
r0 = 0
exit
f1: r0 = 0
exit
f2: r0 = 0
exit
f3: r0 = 0
exit
f4: r0 = 0
exit
f5: r0 = 0
exit
f6: r0 = 0
exit
f7: r0 = 0
exit
f8: r0 = 0
exit
f9: r0 = 0
exit
f10: r0 = 0
exit
f11: r0 = 0
exit
f12: r0 = 0
exit
f13: r0 = 0
exit
f14: r0 = 0
exit
f15: r0 = 0
exit
-- funcs
static int main(ctx)
global int f1(int+nonnull)
global int f2(int+trusted)
global int f3(int+ctx)
global int f4(int)
global int f5(long)
global int f6(ptr)
global int f7(ptr+nonnull)
global int f8(ptr+trusted)
global int f9(ptr+nullable)
global int f10(ptr+ctx+nonnull)
global int f11(iptr+trusted)
global int f12(iptr+trusted+nullable)
global int f13(iptr+nullable)
global int f14(iptr+arena)
global int f15(iptr+arena+nonnull)
-- set F
int+nonnull            r9 = 1
int+tr                 r9 = 2
int+ctx                r9 = 3
int                    r9 = 4
long                   r9 = 5
ptr                    r9 = 6
ptr+nonnull            r9 = 7
ptr+tr                 r9 = 8
ptr+null               r9 = 9
ptr+ctx+nonnull        r9 = 10
iptr+tr                r9 = 11
iptr+tr+null           r9 = 12
iptr+null              r9 = 13
iptr+arena             r9 = 14
iptr+arena+nonnull     r9 = 15
-- table types of parameters, 1: F
$F
-- expect
int+nonnull        call@4
int+tr             call@7
int+ctx            call@10
int                ok
long               ok
ptr                call@19
ptr+nonnull        call@22
ptr+tr             call@25
ptr+null           call@28
ptr+ctx+nonnull    call@31
iptr+tr            call@34
iptr+tr+null       ok
iptr+null          call@40
iptr+arena         ok
iptr+arena+nonnull call@46
-- funcs
static int main(ctx)
global int f1(iptr+foo)
global int f2(ptr+untrusted+nonnull)
global int f3(struct[task_struct]+untrusted+trusted)
global int f4(struct[task_struct]+trusted+nonnull)
global int f5(struct[task_struct]+trusted+ctx)
global int f6(struct[nosuch]+trusted+nullable)
global int f7(struct[nosuch]+untrusted)
global int f8(fwd[task_struct]+trusted+nullable)
global int f9(fwd[task_struct])
global int f10(union[task_struct]+trusted+nullable)
global int f11(union[bpf_attr]+trusted+nullable)
global int f12(union[bpf_attr]+untrusted)
global int f13(struct[nf_conn]+trusted+nullable)
global int f14(struct[nf_conn___init]+trusted+nullable)
global int f15(struct[task_struct___a___b]+trusted+nullable)
-- set F
iptr+foo               r9 = 1
ptr+untr+nonnull       r9 = 2
s:task+untr+tr         r9 = 3
s:task+tr+nonnull      r9 = 4
s:task+tr+ctx          r9 = 5
s:nosuch+tr+null       r9 = 6
s:nosuch+untr          r9 = 7
f:task+tr+null         r9 = 8
f:task                 r9 = 9
u:task+tr+null         r9 = 10
u:bpf_attr+tr+null     r9 = 11
u:bpf_attr+untr        r9 = 12
s:nf_conn+tr+null      r9 = 13
s:nf_conn___init+tr+null r9 = 14
s:task___a___b+tr+null r9 = 15
-- table types of parameters, 2: F
$F
-- expect
iptr+foo                 call@4
ptr+untr+nonnull         call@7
s:task+untr+tr           call@10
s:task+tr+nonnull        call@13
s:task+tr+ctx            call@16
s:nosuch+tr+null         call@19
s:nosuch+untr            call@22
f:task+tr+null           call@25
f:task                   call@28
u:task+tr+null           call@31
u:bpf_attr+tr+null       ok
u:bpf_attr+untr          ok
s:nf_conn+tr+null        call@40
s:nf_conn___init+tr+null call@43
s:task___a___b+tr+null   call@46
-- funcs
static int main(ctx)
global int f1(struct[___task_struct]+trusted+nullable)
global int f2(struct[task_struct____x]+trusted+nullable)
global int f3(typedef[task_struct]+trusted+nullable)
global int f4(typedef[u32]+untrusted)
global int f5(anon+trusted+nullable)
global int f6(anon+untrusted)
global int f7(anon)
global int f8(fwd[bpf_dynptr])
global int f9(struct[bpf_dynptr]+nonnull)
global int f10(struct[bpf_dynptr]+trusted)
global int f11(struct[bpf_dynptr]+nullable)
global int f12(union[bpf_dynptr])
global int f13(struct[bpf_dynptr___a])
global int f14(lptr+untrusted)
global int f15(mem8)
-- set F
s:___task+tr+null      r9 = 1
s:task____x+tr+null    r9 = 2
t:task+tr+null         r9 = 3
t:u32+untr             r9 = 4
anon+tr+null           r9 = 5
anon+untr              r9 = 6
anon                   r9 = 7
f:bpf_dynptr           r9 = 8
s:bpf_dynptr+nonnull   r9 = 9
s:bpf_dynptr+tr        r9 = 10
s:bpf_dynptr+null      r9 = 11
u:bpf_dynptr           r9 = 12
s:bpf_dynptr___a       r9 = 13
lptr+untr              r9 = 14
mem8                   r9 = 15
-- table types of parameters, 3: F
$F
-- expect
s:___task+tr+null    call@4
s:task____x+tr+null  call@7
t:task+tr+null       call@10
t:u32+untr           call@13
anon+tr+null         call@16
anon+untr            call@19
anon                 ok
f:bpf_dynptr         argument@25
s:bpf_dynptr+nonnull call@28
s:bpf_dynptr+tr      call@31
s:bpf_dynptr+null    call@34
u:bpf_dynptr         argument@37
s:bpf_dynptr___a     ok
lptr+untr            ok
mem8                 ok
-- funcs
static int main(ctx)
global int f1(mem8+untrusted)
global int f2(mem8+trusted+nullable)
global int f3(struct[task_struct])
global int f4(int)
global int f5(int)
global int f6(int)
global int f7(int)
global int f8(int)
global int f9(int)
global int f10(int)
global int f11(int)
global int f12(int)
global int f13(int)
global int f14(int)
global int f15(int)
-- set F
mem8+untr              r9 = 1
mem8+tr+null           r9 = 2
s:task                 r9 = 3
-- table types of parameters, 4: F
$F
-- expect
mem8+untr    call@4
mem8+tr+null call@7
s:task       ok
-- before
r6 = r1
-- after
if r9 != 1 goto +2
r1 = r6
call f1
if r9 != 2 goto +2
r1 = r6
call f2
if r9 != 3 goto +2
r1 = r6
call f3
if r9 != 4 goto +2
r1 = r6
call f4
if r9 != 5 goto +2
r1 = r6
call f5
if r9 != 6 goto +2
r1 = r6
call f6
if r9 != 7 goto +2
r1 = r6
call f7
if r9 != 8 goto +2
r1 = r6
call f8
if r9 != 9 goto +2
r1 = r6
call f9
if r9 != 10 goto +2
r1 = r6
call f10
if r9 != 11 goto +2
r1 = r6
call f11
if r9 != 12 goto +2
r1 = r6
call f12
if r9 != 13 goto +2
r1 = r6
call f13
if r9 != 14 goto +2
r1 = r6
call f14
if r9 != 15 goto +2
r1 = r6
call f15
r0 = 0
exit
f1: r0 = 0
exit
f2: r0 = 0
exit
f3: r0 = 0
exit
f4: r0 = 0
exit
f5: r0 = 0
exit
f6: r0 = 0
exit
f7: r0 = 0
exit
f8: r0 = 0
exit
f9: r0 = 0
exit
f10: r0 = 0
exit
f11: r0 = 0
exit
f12: r0 = 0
exit
f13: r0 = 0
exit
f14: r0 = 0
exit
f15: r0 = 0
exit
-- type sched_cls
-- funcs
static int main(ctx)
global int f1(lptr)
global int f2(iptr)
global int f3(anon)
global int f4(struct[__sk_buff])
global int f5(struct[sk_buff])
global int f6(struct[xdp_md])
global int f7(struct[xdp_buff])
global int f8(struct[pt_regs])
global int f9(typedef[bpf_user_pt_regs_t])
global int f10(struct[bpf_perf_event_data])
global int f11(struct[bpf_raw_tracepoint_args])
global int f12(struct[bpf_iter__task])
global int f13(union[pt_regs])
global int f14(fwd[pt_regs])
global int f15(int)
-- set F
lptr                   r9 = 1
iptr                   r9 = 2
anon                   r9 = 3
s:__sk_buff            r9 = 4
s:sk_buff              r9 = 5
s:xdp_md               r9 = 6
s:xdp_buff             r9 = 7
s:pt_regs              r9 = 8
t:user_regs            r9 = 9
s:perf_data            r9 = 10
s:raw_tp_args          r9 = 11
s:bpf_iter__task       r9 = 12
u:pt_regs              r9 = 13
f:pt_regs              r9 = 14
-- table contexts of skb by name: F
$F
-- expect
lptr             context@4
iptr             context@7
anon             context@10
s:__sk_buff      ok
s:sk_buff        ok
s:xdp_md         context@19
s:xdp_buff       context@22
s:pt_regs        context@25
t:user_regs      context@28
s:perf_data      context@31
s:raw_tp_args    context@34
s:bpf_iter__task context@37
u:pt_regs        context@40
f:pt_regs        call@43
-- funcs
static int main(ctx)
global int f1(ptr+ctx)
global int f2(lptr+ctx)
global int f3(iptr+ctx)
global int f4(anon+ctx)
global int f5(struct[__sk_buff]+ctx)
global int f6(struct[sk_buff]+ctx)
global int f7(struct[xdp_md]+ctx)
global int f8(struct[xdp_buff]+ctx)
global int f9(struct[pt_regs]+ctx)
global int f10(typedef[bpf_user_pt_regs_t]+ctx)
global int f11(struct[bpf_perf_event_data]+ctx)
global int f12(struct[bpf_raw_tracepoint_args]+ctx)
global int f13(struct[bpf_iter__task]+ctx)
global int f14(union[pt_regs]+ctx)
global int f15(fwd[pt_regs]+ctx)
-- set F
ptr+ctx                r9 = 1
lptr+ctx               r9 = 2
iptr+ctx               r9 = 3
anon+ctx               r9 = 4
s:__sk_buff+ctx        r9 = 5
s:sk_buff+ctx          r9 = 6
s:xdp_md+ctx           r9 = 7
s:xdp_buff+ctx         r9 = 8
s:pt_regs+ctx          r9 = 9
t:user_regs+ctx        r9 = 10
s:perf_data+ctx        r9 = 11
s:raw_tp_args+ctx      r9 = 12
s:bpf_iter__task+ctx   r9 = 13
u:pt_regs+ctx          r9 = 14
f:pt_regs+ctx          r9 = 15
-- table contexts of skb by tag: F
$F
-- expect
ptr+ctx              ok
lptr+ctx             call@7
iptr+ctx             call@10
anon+ctx             call@13
s:__sk_buff+ctx      ok
s:sk_buff+ctx        call@19
s:xdp_md+ctx         call@22
s:xdp_buff+ctx       call@25
s:pt_regs+ctx        call@28
t:user_regs+ctx      call@31
s:perf_data+ctx      call@34
s:raw_tp_args+ctx    call@37
s:bpf_iter__task+ctx call@40
u:pt_regs+ctx        call@43
f:pt_regs+ctx        call@46
-- type xdp
-- funcs
static int main(ctx)
global int f1(lptr)
global int f2(iptr)
global int f3(anon)
global int f4(struct[__sk_buff])
global int f5(struct[sk_buff])
global int f6(struct[xdp_md])
global int f7(struct[xdp_buff])
global int f8(struct[pt_regs])
global int f9(typedef[bpf_user_pt_regs_t])
global int f10(struct[bpf_perf_event_data])
global int f11(struct[bpf_raw_tracepoint_args])
global int f12(struct[bpf_iter__task])
global int f13(union[pt_regs])
global int f14(fwd[pt_regs])
global int f15(int)
-- set F
lptr                   r9 = 1
iptr                   r9 = 2
anon                   r9 = 3
s:__sk_buff            r9 = 4
s:sk_buff              r9 = 5
s:xdp_md               r9 = 6
s:xdp_buff             r9 = 7
s:pt_regs              r9 = 8
t:user_regs            r9 = 9
s:perf_data            r9 = 10
s:raw_tp_args          r9 = 11
s:bpf_iter__task       r9 = 12
u:pt_regs              r9 = 13
f:pt_regs              r9 = 14
-- table contexts of xdp by name: F
$F
-- expect
lptr             context@4
iptr             context@7
anon             context@10
s:__sk_buff      context@13
s:sk_buff        context@16
s:xdp_md         ok
s:xdp_buff       ok
s:pt_regs        context@25
t:user_regs      context@28
s:perf_data      context@31
s:raw_tp_args    context@34
s:bpf_iter__task context@37
u:pt_regs        context@40
f:pt_regs        call@43
-- funcs
static int main(ctx)
global int f1(ptr+ctx)
global int f2(lptr+ctx)
global int f3(iptr+ctx)
global int f4(anon+ctx)
global int f5(struct[__sk_buff]+ctx)
global int f6(struct[sk_buff]+ctx)
global int f7(struct[xdp_md]+ctx)
global int f8(struct[xdp_buff]+ctx)
global int f9(struct[pt_regs]+ctx)
global int f10(typedef[bpf_user_pt_regs_t]+ctx)
global int f11(struct[bpf_perf_event_data]+ctx)
global int f12(struct[bpf_raw_tracepoint_args]+ctx)
global int f13(struct[bpf_iter__task]+ctx)
global int f14(union[pt_regs]+ctx)
global int f15(fwd[pt_regs]+ctx)
-- set F
ptr+ctx                r9 = 1
lptr+ctx               r9 = 2
iptr+ctx               r9 = 3
anon+ctx               r9 = 4
s:__sk_buff+ctx        r9 = 5
s:sk_buff+ctx          r9 = 6
s:xdp_md+ctx           r9 = 7
s:xdp_buff+ctx         r9 = 8
s:pt_regs+ctx          r9 = 9
t:user_regs+ctx        r9 = 10
s:perf_data+ctx        r9 = 11
s:raw_tp_args+ctx      r9 = 12
s:bpf_iter__task+ctx   r9 = 13
u:pt_regs+ctx          r9 = 14
f:pt_regs+ctx          r9 = 15
-- table contexts of xdp by tag: F
$F
-- expect
ptr+ctx              ok
lptr+ctx             call@7
iptr+ctx             call@10
anon+ctx             call@13
s:__sk_buff+ctx      call@16
s:sk_buff+ctx        call@19
s:xdp_md+ctx         ok
s:xdp_buff+ctx       call@25
s:pt_regs+ctx        call@28
t:user_regs+ctx      call@31
s:perf_data+ctx      call@34
s:raw_tp_args+ctx    call@37
s:bpf_iter__task+ctx call@40
u:pt_regs+ctx        call@43
f:pt_regs+ctx        call@46
-- type kprobe
-- funcs
static int main(ctx)
global int f1(lptr)
global int f2(iptr)
global int f3(anon)
global int f4(struct[__sk_buff])
global int f5(struct[sk_buff])
global int f6(struct[xdp_md])
global int f7(struct[xdp_buff])
global int f8(struct[pt_regs])
global int f9(typedef[bpf_user_pt_regs_t])
global int f10(struct[bpf_perf_event_data])
global int f11(struct[bpf_raw_tracepoint_args])
global int f12(struct[bpf_iter__task])
global int f13(union[pt_regs])
global int f14(fwd[pt_regs])
global int f15(int)
-- set F
lptr                   r9 = 1
iptr                   r9 = 2
anon                   r9 = 3
s:__sk_buff            r9 = 4
s:sk_buff              r9 = 5
s:xdp_md               r9 = 6
s:xdp_buff             r9 = 7
s:pt_regs              r9 = 8
t:user_regs            r9 = 9
s:perf_data            r9 = 10
s:raw_tp_args          r9 = 11
s:bpf_iter__task       r9 = 12
u:pt_regs              r9 = 13
f:pt_regs              r9 = 14
-- table contexts of kprobe by name: F
$F
-- expect
lptr             context@4
iptr             context@7
anon             context@10
s:__sk_buff      context@13
s:sk_buff        context@16
s:xdp_md         context@19
s:xdp_buff       context@22
s:pt_regs        ok
t:user_regs      ok
s:perf_data      context@31
s:raw_tp_args    context@34
s:bpf_iter__task context@37
u:pt_regs        ok
f:pt_regs        call@43
-- funcs
static int main(ctx)
global int f1(ptr+ctx)
global int f2(lptr+ctx)
global int f3(iptr+ctx)
global int f4(anon+ctx)
global int f5(struct[__sk_buff]+ctx)
global int f6(struct[sk_buff]+ctx)
global int f7(struct[xdp_md]+ctx)
global int f8(struct[xdp_buff]+ctx)
global int f9(struct[pt_regs]+ctx)
global int f10(typedef[bpf_user_pt_regs_t]+ctx)
global int f11(struct[bpf_perf_event_data]+ctx)
global int f12(struct[bpf_raw_tracepoint_args]+ctx)
global int f13(struct[bpf_iter__task]+ctx)
global int f14(union[pt_regs]+ctx)
global int f15(fwd[pt_regs]+ctx)
-- set F
ptr+ctx                r9 = 1
lptr+ctx               r9 = 2
iptr+ctx               r9 = 3
anon+ctx               r9 = 4
s:__sk_buff+ctx        r9 = 5
s:sk_buff+ctx          r9 = 6
s:xdp_md+ctx           r9 = 7
s:xdp_buff+ctx         r9 = 8
s:pt_regs+ctx          r9 = 9
t:user_regs+ctx        r9 = 10
s:perf_data+ctx        r9 = 11
s:raw_tp_args+ctx      r9 = 12
s:bpf_iter__task+ctx   r9 = 13
u:pt_regs+ctx          r9 = 14
f:pt_regs+ctx          r9 = 15
-- table contexts of kprobe by tag: F
$F
-- expect
ptr+ctx              ok
lptr+ctx             call@7
iptr+ctx             call@10
anon+ctx             call@13
s:__sk_buff+ctx      call@16
s:sk_buff+ctx        call@19
s:xdp_md+ctx         call@22
s:xdp_buff+ctx       call@25
s:pt_regs+ctx        ok
t:user_regs+ctx      ok
s:perf_data+ctx      call@34
s:raw_tp_args+ctx    call@37
s:bpf_iter__task+ctx call@40
u:pt_regs+ctx        call@43
f:pt_regs+ctx        call@46
-- type perf_event
-- funcs
static int main(ctx)
global int f1(lptr)
global int f2(iptr)
global int f3(anon)
global int f4(struct[__sk_buff])
global int f5(struct[sk_buff])
global int f6(struct[xdp_md])
global int f7(struct[xdp_buff])
global int f8(struct[pt_regs])
global int f9(typedef[bpf_user_pt_regs_t])
global int f10(struct[bpf_perf_event_data])
global int f11(struct[bpf_raw_tracepoint_args])
global int f12(struct[bpf_iter__task])
global int f13(union[pt_regs])
global int f14(fwd[pt_regs])
global int f15(int)
-- set F
lptr                   r9 = 1
iptr                   r9 = 2
anon                   r9 = 3
s:__sk_buff            r9 = 4
s:sk_buff              r9 = 5
s:xdp_md               r9 = 6
s:xdp_buff             r9 = 7
s:pt_regs              r9 = 8
t:user_regs            r9 = 9
s:perf_data            r9 = 10
s:raw_tp_args          r9 = 11
s:bpf_iter__task       r9 = 12
u:pt_regs              r9 = 13
f:pt_regs              r9 = 14
-- table contexts of perf by name: F
$F
-- expect
lptr             context@4
iptr             context@7
anon             context@10
s:__sk_buff      context@13
s:sk_buff        context@16
s:xdp_md         context@19
s:xdp_buff       context@22
s:pt_regs        context@25
t:user_regs      context@28
s:perf_data      ok
s:raw_tp_args    context@34
s:bpf_iter__task context@37
u:pt_regs        context@40
f:pt_regs        call@43
-- funcs
static int main(ctx)
global int f1(ptr+ctx)
global int f2(lptr+ctx)
global int f3(iptr+ctx)
global int f4(anon+ctx)
global int f5(struct[__sk_buff]+ctx)
global int f6(struct[sk_buff]+ctx)
global int f7(struct[xdp_md]+ctx)
global int f8(struct[xdp_buff]+ctx)
global int f9(struct[pt_regs]+ctx)
global int f10(typedef[bpf_user_pt_regs_t]+ctx)
global int f11(struct[bpf_perf_event_data]+ctx)
global int f12(struct[bpf_raw_tracepoint_args]+ctx)
global int f13(struct[bpf_iter__task]+ctx)
global int f14(union[pt_regs]+ctx)
global int f15(fwd[pt_regs]+ctx)
-- set F
ptr+ctx                r9 = 1
lptr+ctx               r9 = 2
iptr+ctx               r9 = 3
anon+ctx               r9 = 4
s:__sk_buff+ctx        r9 = 5
s:sk_buff+ctx          r9 = 6
s:xdp_md+ctx           r9 = 7
s:xdp_buff+ctx         r9 = 8
s:pt_regs+ctx          r9 = 9
t:user_regs+ctx        r9 = 10
s:perf_data+ctx        r9 = 11
s:raw_tp_args+ctx      r9 = 12
s:bpf_iter__task+ctx   r9 = 13
u:pt_regs+ctx          r9 = 14
f:pt_regs+ctx          r9 = 15
-- table contexts of perf by tag: F
$F
-- expect
ptr+ctx              ok
lptr+ctx             call@7
iptr+ctx             call@10
anon+ctx             call@13
s:__sk_buff+ctx      call@16
s:sk_buff+ctx        call@19
s:xdp_md+ctx         call@22
s:xdp_buff+ctx       call@25
s:pt_regs+ctx        ok
t:user_regs+ctx      ok
s:perf_data+ctx      ok
s:raw_tp_args+ctx    call@37
s:bpf_iter__task+ctx call@40
u:pt_regs+ctx        call@43
f:pt_regs+ctx        call@46
-- type tracepoint
-- funcs
static int main(ctx)
global int f1(lptr)
global int f2(iptr)
global int f3(anon)
global int f4(struct[__sk_buff])
global int f5(struct[sk_buff])
global int f6(struct[xdp_md])
global int f7(struct[xdp_buff])
global int f8(struct[pt_regs])
global int f9(typedef[bpf_user_pt_regs_t])
global int f10(struct[bpf_perf_event_data])
global int f11(struct[bpf_raw_tracepoint_args])
global int f12(struct[bpf_iter__task])
global int f13(union[pt_regs])
global int f14(fwd[pt_regs])
global int f15(int)
-- set F
lptr                   r9 = 1
iptr                   r9 = 2
anon                   r9 = 3
s:__sk_buff            r9 = 4
s:sk_buff              r9 = 5
s:xdp_md               r9 = 6
s:xdp_buff             r9 = 7
s:pt_regs              r9 = 8
t:user_regs            r9 = 9
s:perf_data            r9 = 10
s:raw_tp_args          r9 = 11
s:bpf_iter__task       r9 = 12
u:pt_regs              r9 = 13
f:pt_regs              r9 = 14
-- table contexts of tp by name: F
$F
-- expect
lptr             context@4
iptr             context@7
anon             context@10
s:__sk_buff      context@13
s:sk_buff        context@16
s:xdp_md         context@19
s:xdp_buff       context@22
s:pt_regs        context@25
t:user_regs      context@28
s:perf_data      context@31
s:raw_tp_args    context@34
s:bpf_iter__task context@37
u:pt_regs        context@40
f:pt_regs        call@43
-- funcs
static int main(ctx)
global int f1(ptr+ctx)
global int f2(lptr+ctx)
global int f3(iptr+ctx)
global int f4(anon+ctx)
global int f5(struct[__sk_buff]+ctx)
global int f6(struct[sk_buff]+ctx)
global int f7(struct[xdp_md]+ctx)
global int f8(struct[xdp_buff]+ctx)
global int f9(struct[pt_regs]+ctx)
global int f10(typedef[bpf_user_pt_regs_t]+ctx)
global int f11(struct[bpf_perf_event_data]+ctx)
global int f12(struct[bpf_raw_tracepoint_args]+ctx)
global int f13(struct[bpf_iter__task]+ctx)
global int f14(union[pt_regs]+ctx)
global int f15(fwd[pt_regs]+ctx)
-- set F
ptr+ctx                r9 = 1
lptr+ctx               r9 = 2
iptr+ctx               r9 = 3
anon+ctx               r9 = 4
s:__sk_buff+ctx        r9 = 5
s:sk_buff+ctx          r9 = 6
s:xdp_md+ctx           r9 = 7
s:xdp_buff+ctx         r9 = 8
s:pt_regs+ctx          r9 = 9
t:user_regs+ctx        r9 = 10
s:perf_data+ctx        r9 = 11
s:raw_tp_args+ctx      r9 = 12
s:bpf_iter__task+ctx   r9 = 13
u:pt_regs+ctx          r9 = 14
f:pt_regs+ctx          r9 = 15
-- table contexts of tp by tag: F
$F
-- expect
ptr+ctx              ok
lptr+ctx             ok
iptr+ctx             ok
anon+ctx             call@13
s:__sk_buff+ctx      ok
s:sk_buff+ctx        ok
s:xdp_md+ctx         ok
s:xdp_buff+ctx       ok
s:pt_regs+ctx        ok
t:user_regs+ctx      call@31
s:perf_data+ctx      ok
s:raw_tp_args+ctx    ok
s:bpf_iter__task+ctx ok
u:pt_regs+ctx        ok
f:pt_regs+ctx        ok
-- type raw_tracepoint
-- funcs
static int main(ctx)
global int f1(lptr)
global int f2(iptr)
global int f3(anon)
global int f4(struct[__sk_buff])
global int f5(struct[sk_buff])
global int f6(struct[xdp_md])
global int f7(struct[xdp_buff])
global int f8(struct[pt_regs])
global int f9(typedef[bpf_user_pt_regs_t])
global int f10(struct[bpf_perf_event_data])
global int f11(struct[bpf_raw_tracepoint_args])
global int f12(struct[bpf_iter__task])
global int f13(union[pt_regs])
global int f14(fwd[pt_regs])
global int f15(int)
-- set F
lptr                   r9 = 1
iptr                   r9 = 2
anon                   r9 = 3
s:__sk_buff            r9 = 4
s:sk_buff              r9 = 5
s:xdp_md               r9 = 6
s:xdp_buff             r9 = 7
s:pt_regs              r9 = 8
t:user_regs            r9 = 9
s:perf_data            r9 = 10
s:raw_tp_args          r9 = 11
s:bpf_iter__task       r9 = 12
u:pt_regs              r9 = 13
f:pt_regs              r9 = 14
-- table contexts of rtp by name: F
$F
-- expect
lptr             context@4
iptr             context@7
anon             context@10
s:__sk_buff      context@13
s:sk_buff        context@16
s:xdp_md         context@19
s:xdp_buff       context@22
s:pt_regs        context@25
t:user_regs      context@28
s:perf_data      context@31
s:raw_tp_args    ok
s:bpf_iter__task context@37
u:pt_regs        context@40
f:pt_regs        call@43
-- funcs
static int main(ctx)
global int f1(ptr+ctx)
global int f2(lptr+ctx)
global int f3(iptr+ctx)
global int f4(anon+ctx)
global int f5(struct[__sk_buff]+ctx)
global int f6(struct[sk_buff]+ctx)
global int f7(struct[xdp_md]+ctx)
global int f8(struct[xdp_buff]+ctx)
global int f9(struct[pt_regs]+ctx)
global int f10(typedef[bpf_user_pt_regs_t]+ctx)
global int f11(struct[bpf_perf_event_data]+ctx)
global int f12(struct[bpf_raw_tracepoint_args]+ctx)
global int f13(struct[bpf_iter__task]+ctx)
global int f14(union[pt_regs]+ctx)
global int f15(fwd[pt_regs]+ctx)
-- set F
ptr+ctx                r9 = 1
lptr+ctx               r9 = 2
iptr+ctx               r9 = 3
anon+ctx               r9 = 4
s:__sk_buff+ctx        r9 = 5
s:sk_buff+ctx          r9 = 6
s:xdp_md+ctx           r9 = 7
s:xdp_buff+ctx         r9 = 8
s:pt_regs+ctx          r9 = 9
t:user_regs+ctx        r9 = 10
s:perf_data+ctx        r9 = 11
s:raw_tp_args+ctx      r9 = 12
s:bpf_iter__task+ctx   r9 = 13
u:pt_regs+ctx          r9 = 14
f:pt_regs+ctx          r9 = 15
-- table contexts of rtp by tag: F
$F
-- expect
ptr+ctx              ok
lptr+ctx             ok
iptr+ctx             call@10
anon+ctx             call@13
s:__sk_buff+ctx      call@16
s:sk_buff+ctx        call@19
s:xdp_md+ctx         call@22
s:xdp_buff+ctx       call@25
s:pt_regs+ctx        call@28
t:user_regs+ctx      call@31
s:perf_data+ctx      call@34
s:raw_tp_args+ctx    ok
s:bpf_iter__task+ctx call@40
u:pt_regs+ctx        call@43
f:pt_regs+ctx        call@46
-- type tracing attach=trace_raw_tp to=task_newtask
-- funcs
static int main(ctx)
global int f1(lptr)
global int f2(iptr)
global int f3(anon)
global int f4(struct[__sk_buff])
global int f5(struct[sk_buff])
global int f6(struct[xdp_md])
global int f7(struct[xdp_buff])
global int f8(struct[pt_regs])
global int f9(typedef[bpf_user_pt_regs_t])
global int f10(struct[bpf_perf_event_data])
global int f11(struct[bpf_raw_tracepoint_args])
global int f12(struct[bpf_iter__task])
global int f13(union[pt_regs])
global int f14(fwd[pt_regs])
global int f15(int)
-- set F
lptr                   r9 = 1
iptr                   r9 = 2
anon                   r9 = 3
s:__sk_buff            r9 = 4
s:sk_buff              r9 = 5
s:xdp_md               r9 = 6
s:xdp_buff             r9 = 7
s:pt_regs              r9 = 8
t:user_regs            r9 = 9
s:perf_data            r9 = 10
s:raw_tp_args          r9 = 11
s:bpf_iter__task       r9 = 12
u:pt_regs              r9 = 13
f:pt_regs              r9 = 14
-- table contexts of tp_btf by name: F
$F
-- expect
lptr             context@4
iptr             context@7
anon             context@10
s:__sk_buff      context@13
s:sk_buff        context@16
s:xdp_md         context@19
s:xdp_buff       context@22
s:pt_regs        context@25
t:user_regs      context@28
s:perf_data      context@31
s:raw_tp_args    context@34
s:bpf_iter__task context@37
u:pt_regs        context@40
f:pt_regs        call@43
-- funcs
static int main(ctx)
global int f1(ptr+ctx)
global int f2(lptr+ctx)
global int f3(iptr+ctx)
global int f4(anon+ctx)
global int f5(struct[__sk_buff]+ctx)
global int f6(struct[sk_buff]+ctx)
global int f7(struct[xdp_md]+ctx)
global int f8(struct[xdp_buff]+ctx)
global int f9(struct[pt_regs]+ctx)
global int f10(typedef[bpf_user_pt_regs_t]+ctx)
global int f11(struct[bpf_perf_event_data]+ctx)
global int f12(struct[bpf_raw_tracepoint_args]+ctx)
global int f13(struct[bpf_iter__task]+ctx)
global int f14(union[pt_regs]+ctx)
global int f15(fwd[pt_regs]+ctx)
-- set F
ptr+ctx                r9 = 1
lptr+ctx               r9 = 2
iptr+ctx               r9 = 3
anon+ctx               r9 = 4
s:__sk_buff+ctx        r9 = 5
s:sk_buff+ctx          r9 = 6
s:xdp_md+ctx           r9 = 7
s:xdp_buff+ctx         r9 = 8
s:pt_regs+ctx          r9 = 9
t:user_regs+ctx        r9 = 10
s:perf_data+ctx        r9 = 11
s:raw_tp_args+ctx      r9 = 12
s:bpf_iter__task+ctx   r9 = 13
u:pt_regs+ctx          r9 = 14
f:pt_regs+ctx          r9 = 15
-- table contexts of tp_btf by tag: F
$F
-- expect
ptr+ctx              ok
lptr+ctx             ok
iptr+ctx             call@10
anon+ctx             call@13
s:__sk_buff+ctx      call@16
s:sk_buff+ctx        call@19
s:xdp_md+ctx         call@22
s:xdp_buff+ctx       call@25
s:pt_regs+ctx        call@28
t:user_regs+ctx      call@31
s:perf_data+ctx      call@34
s:raw_tp_args+ctx    ok
s:bpf_iter__task+ctx call@40
u:pt_regs+ctx        call@43
f:pt_regs+ctx        call@46
-- type tracing attach=trace_fentry to=bpf_fentry_test1
-- funcs
static int main(ctx)
global int f1(lptr)
global int f2(iptr)
global int f3(anon)
global int f4(struct[__sk_buff])
global int f5(struct[sk_buff])
global int f6(struct[xdp_md])
global int f7(struct[xdp_buff])
global int f8(struct[pt_regs])
global int f9(typedef[bpf_user_pt_regs_t])
global int f10(struct[bpf_perf_event_data])
global int f11(struct[bpf_raw_tracepoint_args])
global int f12(struct[bpf_iter__task])
global int f13(union[pt_regs])
global int f14(fwd[pt_regs])
global int f15(int)
-- set F
lptr                   r9 = 1
iptr                   r9 = 2
anon                   r9 = 3
s:__sk_buff            r9 = 4
s:sk_buff              r9 = 5
s:xdp_md               r9 = 6
s:xdp_buff             r9 = 7
s:pt_regs              r9 = 8
t:user_regs            r9 = 9
s:perf_data            r9 = 10
s:raw_tp_args          r9 = 11
s:bpf_iter__task       r9 = 12
u:pt_regs              r9 = 13
f:pt_regs              r9 = 14
-- table contexts of fentry by name: F
$F
-- expect
lptr             context@4
iptr             context@7
anon             context@10
s:__sk_buff      context@13
s:sk_buff        context@16
s:xdp_md         context@19
s:xdp_buff       context@22
s:pt_regs        context@25
t:user_regs      context@28
s:perf_data      context@31
s:raw_tp_args    context@34
s:bpf_iter__task context@37
u:pt_regs        context@40
f:pt_regs        call@43
-- funcs
static int main(ctx)
global int f1(iptr+ctx)
global int f2(anon+ctx)
global int f3(struct[__sk_buff]+ctx)
global int f4(struct[sk_buff]+ctx)
global int f5(struct[xdp_md]+ctx)
global int f6(struct[xdp_buff]+ctx)
global int f7(struct[pt_regs]+ctx)
global int f8(typedef[bpf_user_pt_regs_t]+ctx)
global int f9(struct[bpf_perf_event_data]+ctx)
global int f10(struct[bpf_raw_tracepoint_args]+ctx)
global int f11(struct[bpf_iter__task]+ctx)
global int f12(union[pt_regs]+ctx)
global int f13(fwd[pt_regs]+ctx)
global int f14(int)
global int f15(int)
-- set F
iptr+ctx               r9 = 1
anon+ctx               r9 = 2
s:__sk_buff+ctx        r9 = 3
s:sk_buff+ctx          r9 = 4
s:xdp_md+ctx           r9 = 5
s:xdp_buff+ctx         r9 = 6
s:pt_regs+ctx          r9 = 7
t:user_regs+ctx        r9 = 8
s:perf_data+ctx        r9 = 9
s:raw_tp_args+ctx      r9 = 10
s:bpf_iter__task+ctx   r9 = 11
u:pt_regs+ctx          r9 = 12
f:pt_regs+ctx          r9 = 13
-- table contexts of fentry by tag: F
$F
-- expect
iptr+ctx             call@4
anon+ctx             call@7
s:__sk_buff+ctx      call@10
s:sk_buff+ctx        call@13
s:xdp_md+ctx         call@16
s:xdp_buff+ctx       call@19
s:pt_regs+ctx        call@22
t:user_regs+ctx      call@25
s:perf_data+ctx      call@28
s:raw_tp_args+ctx    call@31
s:bpf_iter__task+ctx call@34
u:pt_regs+ctx        call@37
f:pt_regs+ctx        call@40
-- type tracing attach=trace_iter to=bpf_iter_task
-- funcs
static int main(ctx)
global int f1(lptr)
global int f2(iptr)
global int f3(anon)
global int f4(struct[__sk_buff])
global int f5(struct[sk_buff])
global int f6(struct[xdp_md])
global int f7(struct[xdp_buff])
global int f8(struct[pt_regs])
global int f9(typedef[bpf_user_pt_regs_t])
global int f10(struct[bpf_perf_event_data])
global int f11(struct[bpf_raw_tracepoint_args])
global int f12(struct[bpf_iter__task])
global int f13(union[pt_regs])
global int f14(fwd[pt_regs])
global int f15(int)
-- set F
lptr                   r9 = 1
iptr                   r9 = 2
anon                   r9 = 3
s:__sk_buff            r9 = 4
s:sk_buff              r9 = 5
s:xdp_md               r9 = 6
s:xdp_buff             r9 = 7
s:pt_regs              r9 = 8
t:user_regs            r9 = 9
s:perf_data            r9 = 10
s:raw_tp_args          r9 = 11
s:bpf_iter__task       r9 = 12
u:pt_regs              r9 = 13
f:pt_regs              r9 = 14
-- table contexts of iter by name: F
$F
-- expect
lptr             context@4
iptr             context@7
anon             context@10
s:__sk_buff      context@13
s:sk_buff        context@16
s:xdp_md         context@19
s:xdp_buff       context@22
s:pt_regs        context@25
t:user_regs      context@28
s:perf_data      context@31
s:raw_tp_args    context@34
s:bpf_iter__task context@37
u:pt_regs        context@40
f:pt_regs        call@43
-- funcs
static int main(ctx)
global int f1(ptr+ctx)
global int f2(lptr+ctx)
global int f3(iptr+ctx)
global int f4(anon+ctx)
global int f5(struct[__sk_buff]+ctx)
global int f6(struct[sk_buff]+ctx)
global int f7(struct[xdp_md]+ctx)
global int f8(struct[xdp_buff]+ctx)
global int f9(struct[pt_regs]+ctx)
global int f10(typedef[bpf_user_pt_regs_t]+ctx)
global int f11(struct[bpf_perf_event_data]+ctx)
global int f12(struct[bpf_raw_tracepoint_args]+ctx)
global int f13(struct[bpf_iter__task]+ctx)
global int f14(union[pt_regs]+ctx)
global int f15(fwd[pt_regs]+ctx)
-- set F
ptr+ctx                r9 = 1
lptr+ctx               r9 = 2
iptr+ctx               r9 = 3
anon+ctx               r9 = 4
s:__sk_buff+ctx        r9 = 5
s:sk_buff+ctx          r9 = 6
s:xdp_md+ctx           r9 = 7
s:xdp_buff+ctx         r9 = 8
s:pt_regs+ctx          r9 = 9
t:user_regs+ctx        r9 = 10
s:perf_data+ctx        r9 = 11
s:raw_tp_args+ctx      r9 = 12
s:bpf_iter__task+ctx   r9 = 13
u:pt_regs+ctx          r9 = 14
f:pt_regs+ctx          r9 = 15
-- table contexts of iter by tag: F
$F
-- expect
ptr+ctx              ok
lptr+ctx             call@7
iptr+ctx             call@10
anon+ctx             call@13
s:__sk_buff+ctx      call@16
s:sk_buff+ctx        call@19
s:xdp_md+ctx         call@22
s:xdp_buff+ctx       call@25
s:pt_regs+ctx        call@28
t:user_regs+ctx      call@31
s:perf_data+ctx      call@34
s:raw_tp_args+ctx    call@37
s:bpf_iter__task+ctx ok
u:pt_regs+ctx        call@43
f:pt_regs+ctx        call@46
-- type lsm attach=lsm_mac to=bpf_lsm_file_open
-- funcs
static int main(ctx)
global int f1(lptr)
global int f2(iptr)
global int f3(anon)
global int f4(struct[__sk_buff])
global int f5(struct[sk_buff])
global int f6(struct[xdp_md])
global int f7(struct[xdp_buff])
global int f8(struct[pt_regs])
global int f9(typedef[bpf_user_pt_regs_t])
global int f10(struct[bpf_perf_event_data])
global int f11(struct[bpf_raw_tracepoint_args])
global int f12(struct[bpf_iter__task])
global int f13(union[pt_regs])
global int f14(fwd[pt_regs])
global int f15(int)
-- set F
lptr                   r9 = 1
iptr                   r9 = 2
anon                   r9 = 3
s:__sk_buff            r9 = 4
s:sk_buff              r9 = 5
s:xdp_md               r9 = 6
s:xdp_buff             r9 = 7
s:pt_regs              r9 = 8
t:user_regs            r9 = 9
s:perf_data            r9 = 10
s:raw_tp_args          r9 = 11
s:bpf_iter__task       r9 = 12
u:pt_regs              r9 = 13
f:pt_regs              r9 = 14
-- table contexts of lsm by name: F
$F
-- expect
lptr             context@4
iptr             context@7
anon             context@10
s:__sk_buff      context@13
s:sk_buff        context@16
s:xdp_md         context@19
s:xdp_buff       context@22
s:pt_regs        context@25
t:user_regs      context@28
s:perf_data      context@31
s:raw_tp_args    context@34
s:bpf_iter__task context@37
u:pt_regs        context@40
f:pt_regs        call@43
-- funcs
static int main(ctx)
global int f1(iptr+ctx)
global int f2(anon+ctx)
global int f3(struct[__sk_buff]+ctx)
global int f4(struct[sk_buff]+ctx)
global int f5(struct[xdp_md]+ctx)
global int f6(struct[xdp_buff]+ctx)
global int f7(struct[pt_regs]+ctx)
global int f8(typedef[bpf_user_pt_regs_t]+ctx)
global int f9(struct[bpf_perf_event_data]+ctx)
global int f10(struct[bpf_raw_tracepoint_args]+ctx)
global int f11(struct[bpf_iter__task]+ctx)
global int f12(union[pt_regs]+ctx)
global int f13(fwd[pt_regs]+ctx)
global int f14(int)
global int f15(int)
-- set F
iptr+ctx               r9 = 1
anon+ctx               r9 = 2
s:__sk_buff+ctx        r9 = 3
s:sk_buff+ctx          r9 = 4
s:xdp_md+ctx           r9 = 5
s:xdp_buff+ctx         r9 = 6
s:pt_regs+ctx          r9 = 7
t:user_regs+ctx        r9 = 8
s:perf_data+ctx        r9 = 9
s:raw_tp_args+ctx      r9 = 10
s:bpf_iter__task+ctx   r9 = 11
u:pt_regs+ctx          r9 = 12
f:pt_regs+ctx          r9 = 13
-- table contexts of lsm by tag: F
$F
-- expect
iptr+ctx             call@4
anon+ctx             call@7
s:__sk_buff+ctx      call@10
s:sk_buff+ctx        call@13
s:xdp_md+ctx         call@16
s:xdp_buff+ctx       call@19
s:pt_regs+ctx        call@22
t:user_regs+ctx      call@25
s:perf_data+ctx      call@28
s:raw_tp_args+ctx    call@31
s:bpf_iter__task+ctx call@34
u:pt_regs+ctx        call@37
f:pt_regs+ctx        call@40
-- type syscall sleepable
-- funcs
static int main(ctx)
global int f1(lptr)
global int f2(iptr)
global int f3(anon)
global int f4(struct[__sk_buff])
global int f5(struct[sk_buff])
global int f6(struct[xdp_md])
global int f7(struct[xdp_buff])
global int f8(struct[pt_regs])
global int f9(typedef[bpf_user_pt_regs_t])
global int f10(struct[bpf_perf_event_data])
global int f11(struct[bpf_raw_tracepoint_args])
global int f12(struct[bpf_iter__task])
global int f13(union[pt_regs])
global int f14(fwd[pt_regs])
global int f15(int)
-- set F
lptr                   r9 = 1
iptr                   r9 = 2
anon                   r9 = 3
s:__sk_buff            r9 = 4
s:sk_buff              r9 = 5
s:xdp_md               r9 = 6
s:xdp_buff             r9 = 7
s:pt_regs              r9 = 8
t:user_regs            r9 = 9
s:perf_data            r9 = 10
s:raw_tp_args          r9 = 11
s:bpf_iter__task       r9 = 12
u:pt_regs              r9 = 13
f:pt_regs              r9 = 14
-- table contexts of syscall by name: F
$F
-- expect
lptr             ok
iptr             ok
anon             ok
s:__sk_buff      ok
s:sk_buff        ok
s:xdp_md         ok
s:xdp_buff       ok
s:pt_regs        ok
t:user_regs      ok
s:perf_data      ok
s:raw_tp_args    ok
s:bpf_iter__task ok
u:pt_regs        ok
f:pt_regs        call@43
-- funcs
static int main(ctx)
global int f1(ptr+ctx)
global int f2(lptr+ctx)
global int f3(iptr+ctx)
global int f4(anon+ctx)
global int f5(struct[__sk_buff]+ctx)
global int f6(struct[sk_buff]+ctx)
global int f7(struct[xdp_md]+ctx)
global int f8(struct[xdp_buff]+ctx)
global int f9(struct[pt_regs]+ctx)
global int f10(typedef[bpf_user_pt_regs_t]+ctx)
global int f11(struct[bpf_perf_event_data]+ctx)
global int f12(struct[bpf_raw_tracepoint_args]+ctx)
global int f13(struct[bpf_iter__task]+ctx)
global int f14(union[pt_regs]+ctx)
global int f15(fwd[pt_regs]+ctx)
-- set F
ptr+ctx                r9 = 1
lptr+ctx               r9 = 2
iptr+ctx               r9 = 3
anon+ctx               r9 = 4
s:__sk_buff+ctx        r9 = 5
s:sk_buff+ctx          r9 = 6
s:xdp_md+ctx           r9 = 7
s:xdp_buff+ctx         r9 = 8
s:pt_regs+ctx          r9 = 9
t:user_regs+ctx        r9 = 10
s:perf_data+ctx        r9 = 11
s:raw_tp_args+ctx      r9 = 12
s:bpf_iter__task+ctx   r9 = 13
u:pt_regs+ctx          r9 = 14
f:pt_regs+ctx          r9 = 15
-- table contexts of syscall by tag: F
$F
-- expect
ptr+ctx              ok
lptr+ctx             ok
iptr+ctx             ok
anon+ctx             call@13
s:__sk_buff+ctx      ok
s:sk_buff+ctx        ok
s:xdp_md+ctx         ok
s:xdp_buff+ctx       ok
s:pt_regs+ctx        ok
t:user_regs+ctx      call@31
s:perf_data+ctx      ok
s:raw_tp_args+ctx    ok
s:bpf_iter__task+ctx ok
u:pt_regs+ctx        ok
f:pt_regs+ctx        ok
-- type cgroup_skb attach=cgroup_inet_ingress
-- funcs
static int main(ctx)
global int f1(lptr)
global int f2(iptr)
global int f3(anon)
global int f4(struct[__sk_buff])
global int f5(struct[sk_buff])
global int f6(struct[xdp_md])
global int f7(struct[xdp_buff])
global int f8(struct[pt_regs])
global int f9(typedef[bpf_user_pt_regs_t])
global int f10(struct[bpf_perf_event_data])
global int f11(struct[bpf_raw_tracepoint_args])
global int f12(struct[bpf_iter__task])
global int f13(union[pt_regs])
global int f14(fwd[pt_regs])
global int f15(int)
-- set F
lptr                   r9 = 1
iptr                   r9 = 2
anon                   r9 = 3
s:__sk_buff            r9 = 4
s:sk_buff              r9 = 5
s:xdp_md               r9 = 6
s:xdp_buff             r9 = 7
s:pt_regs              r9 = 8
t:user_regs            r9 = 9
s:perf_data            r9 = 10
s:raw_tp_args          r9 = 11
s:bpf_iter__task       r9 = 12
u:pt_regs              r9 = 13
f:pt_regs              r9 = 14
-- table contexts of cgskb by name: F
$F
-- expect
lptr             context@4
iptr             context@7
anon             context@10
s:__sk_buff      ok
s:sk_buff        ok
s:xdp_md         context@19
s:xdp_buff       context@22
s:pt_regs        context@25
t:user_regs      context@28
s:perf_data      context@31
s:raw_tp_args    context@34
s:bpf_iter__task context@37
u:pt_regs        context@40
f:pt_regs        call@43
-- funcs
static int main(ctx)
global int f1(ptr+ctx)
global int f2(lptr+ctx)
global int f3(iptr+ctx)
global int f4(anon+ctx)
global int f5(struct[__sk_buff]+ctx)
global int f6(struct[sk_buff]+ctx)
global int f7(struct[xdp_md]+ctx)
global int f8(struct[xdp_buff]+ctx)
global int f9(struct[pt_regs]+ctx)
global int f10(typedef[bpf_user_pt_regs_t]+ctx)
global int f11(struct[bpf_perf_event_data]+ctx)
global int f12(struct[bpf_raw_tracepoint_args]+ctx)
global int f13(struct[bpf_iter__task]+ctx)
global int f14(union[pt_regs]+ctx)
global int f15(fwd[pt_regs]+ctx)
-- set F
ptr+ctx                r9 = 1
lptr+ctx               r9 = 2
iptr+ctx               r9 = 3
anon+ctx               r9 = 4
s:__sk_buff+ctx        r9 = 5
s:sk_buff+ctx          r9 = 6
s:xdp_md+ctx           r9 = 7
s:xdp_buff+ctx         r9 = 8
s:pt_regs+ctx          r9 = 9
t:user_regs+ctx        r9 = 10
s:perf_data+ctx        r9 = 11
s:raw_tp_args+ctx      r9 = 12
s:bpf_iter__task+ctx   r9 = 13
u:pt_regs+ctx          r9 = 14
f:pt_regs+ctx          r9 = 15
-- table contexts of cgskb by tag: F
$F
-- expect
ptr+ctx              ok
lptr+ctx             call@7
iptr+ctx             call@10
anon+ctx             call@13
s:__sk_buff+ctx      ok
s:sk_buff+ctx        call@19
s:xdp_md+ctx         call@22
s:xdp_buff+ctx       call@25
s:pt_regs+ctx        call@28
t:user_regs+ctx      call@31
s:perf_data+ctx      call@34
s:raw_tp_args+ctx    call@37
s:bpf_iter__task+ctx call@40
u:pt_regs+ctx        call@43
f:pt_regs+ctx        call@46
-- type struct_ops to=tcp_congestion_ops.init
-- funcs
static int main(ctx)
global int f1(lptr)
global int f2(iptr)
global int f3(anon)
global int f4(struct[__sk_buff])
global int f5(struct[sk_buff])
global int f6(struct[xdp_md])
global int f7(struct[xdp_buff])
global int f8(struct[pt_regs])
global int f9(typedef[bpf_user_pt_regs_t])
global int f10(struct[bpf_perf_event_data])
global int f11(struct[bpf_raw_tracepoint_args])
global int f12(struct[bpf_iter__task])
global int f13(union[pt_regs])
global int f14(fwd[pt_regs])
global int f15(int)
-- set F
lptr                   r9 = 1
iptr                   r9 = 2
anon                   r9 = 3
s:__sk_buff            r9 = 4
s:sk_buff              r9 = 5
s:xdp_md               r9 = 6
s:xdp_buff             r9 = 7
s:pt_regs              r9 = 8
t:user_regs            r9 = 9
s:perf_data            r9 = 10
s:raw_tp_args          r9 = 11
s:bpf_iter__task       r9 = 12
u:pt_regs              r9 = 13
f:pt_regs              r9 = 14
-- table contexts of ops by name: F
$F
-- expect
lptr             context@4
iptr             context@7
anon             context@10
s:__sk_buff      context@13
s:sk_buff        context@16
s:xdp_md         context@19
s:xdp_buff       context@22
s:pt_regs        context@25
t:user_regs      context@28
s:perf_data      context@31
s:raw_tp_args    context@34
s:bpf_iter__task context@37
u:pt_regs        context@40
f:pt_regs        call@43
-- funcs
static int main(ctx)
global int f1(ptr+ctx)
global int f2(lptr+ctx)
global int f3(iptr+ctx)
global int f4(anon+ctx)
global int f5(struct[__sk_buff]+ctx)
global int f6(struct[sk_buff]+ctx)
global int f7(struct[xdp_md]+ctx)
global int f8(struct[xdp_buff]+ctx)
global int f9(struct[pt_regs]+ctx)
global int f10(typedef[bpf_user_pt_regs_t]+ctx)
global int f11(struct[bpf_perf_event_data]+ctx)
global int f12(struct[bpf_raw_tracepoint_args]+ctx)
global int f13(struct[bpf_iter__task]+ctx)
global int f14(union[pt_regs]+ctx)
global int f15(fwd[pt_regs]+ctx)
-- set F
ptr+ctx                r9 = 1
lptr+ctx               r9 = 2
iptr+ctx               r9 = 3
anon+ctx               r9 = 4
s:__sk_buff+ctx        r9 = 5
s:sk_buff+ctx          r9 = 6
s:xdp_md+ctx           r9 = 7
s:xdp_buff+ctx         r9 = 8
s:pt_regs+ctx          r9 = 9
t:user_regs+ctx        r9 = 10
s:perf_data+ctx        r9 = 11
s:raw_tp_args+ctx      r9 = 12
s:bpf_iter__task+ctx   r9 = 13
u:pt_regs+ctx          r9 = 14
f:pt_regs+ctx          r9 = 15
-- table contexts of ops by tag: F
$F
-- expect
ptr+ctx              ok
lptr+ctx             ok
iptr+ctx             call@10
anon+ctx             call@13
s:__sk_buff+ctx      call@16
s:sk_buff+ctx        call@19
s:xdp_md+ctx         call@22
s:xdp_buff+ctx       call@25
s:pt_regs+ctx        call@28
t:user_regs+ctx      call@31
s:perf_data+ctx      call@34
s:raw_tp_args+ctx    call@37
s:bpf_iter__task+ctx call@40
u:pt_regs+ctx        call@43
f:pt_regs+ctx        call@46
