Loads that acquire and stores that release: which memory, which alignment, which registers.
-- type sched_cls
-- maps
values array 4 48 1
-- before
r6 = r1
*(u64 *)(r10 - 8) = 0
*(u64 *)(r10 - 16) = 0
r8 = 0
-- after
out: r0 = 0
exit
-- set FROM
stack   r7 = r10; r7 += -16
value   r7 = map[values][0]+0
ctx     r7 = r6
packet  r7 = *(u32 *)(r6 + 76); r1 = *(u32 *)(r6 + 80); r2 = r7; r2 += 16; if r2 > r1 goto out
number  r7 = 5
none    r5 = 0
map     r7 = map[values]
maybe   *(u32 *)(r10 - 8) = 0; r1 = map[values]; r2 = r10; r2 += -8; call bpf_map_lookup_elem; r7 = r0
looked  *(u32 *)(r10 - 8) = 0; r1 = map[values]; r2 = r10; r2 += -8; call bpf_map_lookup_elem; r7 = r0; if r7 == 0 goto out
sock    r7 = *(u64 *)(r6 + 168); if r7 == 0 goto out
-- set DOES
load1     r8 = load_acquire((u8 *)(r7 + 0))
load2     r8 = load_acquire((u16 *)(r7 + 2))
load4     r8 = load_acquire((u32 *)(r7 + 4))
load8     r8 = load_acquire((u64 *)(r7 + 8))
onto      r7 = load_acquire((u64 *)(r7 + 0))
onto4     r7 = load_acquire((u32 *)(r7 + 0))
odd2      r8 = load_acquire((u16 *)(r7 + 1))
odd4      r8 = load_acquire((u32 *)(r7 + 2))
odd8      r8 = load_acquire((u64 *)(r7 + 4))
past      r8 = load_acquire((u64 *)(r7 + 48))
before    r8 = load_acquire((u64 *)(r7 - 8))
to_r10    raw db 7a 00 00 00 01 00 00
store1    store_release((u8 *)(r7 + 0), r8)
store2    store_release((u16 *)(r7 + 2), r8)
store4    store_release((u32 *)(r7 + 4), r8)
store8    store_release((u64 *)(r7 + 8), r8)
itself    store_release((u64 *)(r7 + 0), r7)
pointer   store_release((u64 *)(r7 + 0), r10)
pointer4  store_release((u32 *)(r7 + 0), r10)
ctx       store_release((u64 *)(r7 + 0), r6)
odd_2     store_release((u16 *)(r7 + 1), r8)
odd_4     store_release((u32 *)(r7 + 2), r8)
odd_8     store_release((u64 *)(r7 + 4), r8)
past_8    store_release((u64 *)(r7 + 48), r8)
below_8   store_release((u64 *)(r7 - 504), r8)
unset     store_release((u64 *)(r7 + 0), r9)
-- table memory: DOES FROM
$FROM
$DOES
-- expect
         stack           value           ctx             packet          number          none         map             maybe            looked           sock
load1    ok              ok              not-a-pointer@5 not-a-pointer@9 not-a-pointer@5 unreadable@5 ok              ok               ok               not-a-pointer@6
load2    ok              ok              not-a-pointer@5 not-a-pointer@9 not-a-pointer@5 unreadable@5 ok              ok               ok               not-a-pointer@6
load4    ok              ok              not-a-pointer@5 not-a-pointer@9 not-a-pointer@5 unreadable@5 ok              ok               ok               not-a-pointer@6
load8    ok              ok              not-a-pointer@5 not-a-pointer@9 not-a-pointer@5 unreadable@5 ok              ok               ok               not-a-pointer@6
onto     ok              ok              not-a-pointer@5 not-a-pointer@9 not-a-pointer@5 unreadable@5 ok              ok               ok               not-a-pointer@6
onto4    ok              ok              not-a-pointer@5 not-a-pointer@9 not-a-pointer@5 unreadable@5 ok              ok               ok               not-a-pointer@6
odd2     alignment@6     alignment@6     not-a-pointer@5 not-a-pointer@9 not-a-pointer@5 unreadable@5 alignment@6     alignment@11     alignment@12     not-a-pointer@6
odd4     alignment@6     alignment@6     not-a-pointer@5 not-a-pointer@9 not-a-pointer@5 unreadable@5 alignment@6     alignment@11     alignment@12     not-a-pointer@6
odd8     alignment@6     alignment@6     not-a-pointer@5 not-a-pointer@9 not-a-pointer@5 unreadable@5 alignment@6     alignment@11     alignment@12     not-a-pointer@6
past     stack@6         bounds@6        not-a-pointer@5 not-a-pointer@9 not-a-pointer@5 unreadable@5 ok              bounds@11        bounds@12        not-a-pointer@6
before   ok              bounds@6        not-a-pointer@5 not-a-pointer@9 not-a-pointer@5 unreadable@5 read-only@6     bounds@11        bounds@12        not-a-pointer@6
to_r10   frame-pointer@6 frame-pointer@6 not-a-pointer@5 not-a-pointer@9 not-a-pointer@5 unreadable@5 frame-pointer@6 frame-pointer@11 frame-pointer@12 not-a-pointer@6
store1   ok              ok              not-a-pointer@5 not-a-pointer@9 not-a-pointer@5 unreadable@5 read-only@6     ok               ok               not-a-pointer@6
store2   ok              ok              not-a-pointer@5 not-a-pointer@9 not-a-pointer@5 unreadable@5 read-only@6     ok               ok               not-a-pointer@6
store4   ok              ok              not-a-pointer@5 not-a-pointer@9 not-a-pointer@5 unreadable@5 read-only@6     ok               ok               not-a-pointer@6
store8   ok              ok              not-a-pointer@5 not-a-pointer@9 not-a-pointer@5 unreadable@5 read-only@6     ok               ok               not-a-pointer@6
itself   ok              ok              not-a-pointer@5 not-a-pointer@9 not-a-pointer@5 unreadable@5 read-only@6     ok               ok               not-a-pointer@6
pointer  ok              ok              not-a-pointer@5 not-a-pointer@9 not-a-pointer@5 unreadable@5 read-only@6     ok               ok               not-a-pointer@6
pointer4 stack@6         ok              not-a-pointer@5 not-a-pointer@9 not-a-pointer@5 unreadable@5 read-only@6     ok               ok               not-a-pointer@6
ctx      ok              ok              not-a-pointer@5 not-a-pointer@9 not-a-pointer@5 unreadable@5 read-only@6     ok               ok               not-a-pointer@6
odd_2    alignment@6     alignment@6     not-a-pointer@5 not-a-pointer@9 not-a-pointer@5 unreadable@5 alignment@6     alignment@11     alignment@12     not-a-pointer@6
odd_4    alignment@6     alignment@6     not-a-pointer@5 not-a-pointer@9 not-a-pointer@5 unreadable@5 alignment@6     alignment@11     alignment@12     not-a-pointer@6
odd_8    alignment@6     alignment@6     not-a-pointer@5 not-a-pointer@9 not-a-pointer@5 unreadable@5 alignment@6     alignment@11     alignment@12     not-a-pointer@6
past_8   stack@6         bounds@6        not-a-pointer@5 not-a-pointer@9 not-a-pointer@5 unreadable@5 read-only@6     bounds@11        bounds@12        not-a-pointer@6
below_8  stack@6         bounds@6        not-a-pointer@5 not-a-pointer@9 not-a-pointer@5 unreadable@5 read-only@6     bounds@11        bounds@12        not-a-pointer@6
unset    unreadable@6    unreadable@6    unreadable@5    unreadable@9    unreadable@5    unreadable@5 unreadable@6    unreadable@11    unreadable@12    unreadable@6
-- linux onto4 ctx accept: the type is looked at behind the load, when the register holds a number
-- linux onto4 sock accept: the type is looked at behind the load, when the register holds a number
-- case a number that is loaded has its width
store_release((u64 *)(r10 - 8), r8)
r1 = load_acquire((u8 *)(r10 - 8))
r2 = map[values][0]+0
r1 &= 31
r2 += r1
*(u8 *)(r2 + 0) = 1
-- accept
-- case the width of one byte is too much for the value
r2 = map[values][0]+0
r1 = load_acquire((u8 *)(r2 + 0))
r2 += r1
*(u8 *)(r2 + 0) = 1
-- refuse bounds @8
-- case a pointer that is stored and loaded
store_release((u64 *)(r10 - 16), r6)
r1 = load_acquire((u64 *)(r10 - 16))
r2 = *(u32 *)(r1 + 0)
-- accept
-- case a number that is stored and loaded
r1 = 7
store_release((u64 *)(r10 - 16), r1)
r2 = load_acquire((u64 *)(r10 - 16))
r3 = map[values][0]+0
r3 += r2
*(u8 *)(r3 + 0) = 1
-- accept
-- case what is stored in four bytes and loaded in eight
r1 = 7
store_release((u32 *)(r10 - 16), r1)
r2 = load_acquire((u64 *)(r10 - 16))
r3 = map[values][0]+0
r3 += r2
*(u8 *)(r3 + 0) = 1
-- refuse arithmetic @9
-- case uninitialised stack
r2 = load_acquire((u64 *)(r10 - 64))
-- accept
-- case a stack offset that is not known
r1 = *(u32 *)(r6 + 0)
r1 &= 7
r2 = r10
r2 += r1
r3 = load_acquire((u8 *)(r2 - 16))
-- accept
-- case reserved, imm
raw db 78 00 00 01 01 00 00
-- refuse form @4
-- case other numbers
raw db 78 00 00 20 01 00 00
-- refuse form @4
-- case one byte with another operation
raw d3 78 00 00 01 00 00 00
-- refuse form @4
