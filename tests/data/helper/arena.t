Arenas: what is written there, casts, arithmetic, atomic operations, and pages.
-- type syscall sleepable
-- maps
out array 4 512 1
arena arena 0 0 100 flags=0x400 at=0x7f0012340000
-- before
r6 = map[out][0]+0
r7 = map[arena][0]+0
r1 = map[arena]
r2 = 0
r3 = 4
r4 = -1
r5 = 0
call kfunc[bpf_arena_alloc_pages]
*(u64 *)(r6 + 0) = r0
if r0 == 0 goto done
r8 = r0
r9 = addr_space_cast(r8, 0, 1)
-- after
done: r0 = 0
exit
-- case addresses
*(u64 *)(r6 + 8) = r7
*(u64 *)(r6 + 16) = r8
*(u64 *)(r6 + 24) = r9
r1 = addr_space_cast(r9, 1, 0)
*(u64 *)(r6 + 32) = r1
r1 = 0
r1 = addr_space_cast(r1, 1, 0)
*(u64 *)(r6 + 40) = r1
r1 = 0
r1 = addr_space_cast(r1, 0, 1)
*(u64 *)(r6 + 48) = r1
r1 = 0x123456700000000 ll
r2 = addr_space_cast(r1, 1, 0)
*(u64 *)(r6 + 56) = r2
r2 = addr_space_cast(r1, 0, 1)
*(u64 *)(r6 + 64) = r2
r2 = -1
r2 = addr_space_cast(r2, 1, 0)
*(u64 *)(r6 + 72) = r2
r2 = map[arena][0]+4097
*(u64 *)(r6 + 80) = r2
r9 = addr_space_cast(r9, 1, 0)
*(u64 *)(r6 + 88) = r9
-- set SIZE
b u8
h u16
w u32
d u64
-- set OFF
zero + 0
one + 1
eight + 8
far + 12000
-- table stores and loads: SIZE OFF
r1 = 0x8182838485868788 ll
*($SIZE *)(r9 $OFF) = r1
r2 = *($SIZE *)(r9 $OFF)
*(u64 *)(r6 + 8) = r2
r2 = *(u64 *)(r9 $OFF)
*(u64 *)(r6 + 16) = r2
*($SIZE *)(r9 $OFF) = -2
r2 = *(u64 *)(r9 $OFF)
*(u64 *)(r6 + 24) = r2
*($SIZE *)(r9 $OFF) = r9
r2 = *(u64 *)(r9 $OFF)
*(u64 *)(r6 + 32) = r2
r2 = r9
r2 = *($SIZE *)(r2 $OFF)
*(u64 *)(r6 + 40) = r2
-- case loads with their sign
r1 = 0x8182838485868788 ll
*(u64 *)(r9 + 0) = r1
r2 = *(s8 *)(r9 + 0)
*(u64 *)(r6 + 8) = r2
r2 = *(s16 *)(r9 + 1)
*(u64 *)(r6 + 16) = r2
r2 = *(s32 *)(r9 + 2)
*(u64 *)(r6 + 24) = r2
r9 = *(s8 *)(r9 + 7)
*(u64 *)(r6 + 32) = r9
-- case offsets below
r9 += 8192
*(u64 *)(r9 - 8192) = 7
*(u64 *)(r9 - 1) = 9
r2 = *(u64 *)(r9 - 8192)
*(u64 *)(r6 + 8) = r2
r2 = *(u8 *)(r9 - 1)
*(u64 *)(r6 + 16) = r2
-- case all the other registers stay
r0 = 100
r1 = 101
r2 = 102
r3 = 103
r4 = 104
r5 = 105
*(u64 *)(r10 - 8) = 106
*(u64 *)(r9 + 0) = r0
*(u64 *)(r9 + 8) = r1
*(u64 *)(r9 + 16) = r2
*(u64 *)(r9 + 24) = r3
*(u64 *)(r9 + 32) = r4
*(u64 *)(r9 + 40) = r5
r0 += r1
r0 += r2
r0 += r3
r0 += r4
r0 += r5
r1 = *(u64 *)(r10 - 8)
r0 += r1
*(u64 *)(r6 + 8) = r0
r1 = *(u64 *)(r9 + 40)
*(u64 *)(r6 + 16) = r1
*(u64 *)(r6 + 24) = r9
*(u64 *)(r6 + 32) = r8
*(u64 *)(r6 + 40) = r7
-- set OP
add   r1 += r2
addk  r1 += 4096
sub   r1 -= r2
subk  r1 -= 100
mul   r1 *= r2
mulk  r1 *= -3
div   r1 /= r2
divk  r1 /= 3
sdiv  r1 s/= r2
sdivk r1 s/= -3
mod   r1 %= r2
modk  r1 %= 1000
smod  r1 s%= r2
smodk r1 s%= -7
and   r1 &= r2
andk  r1 &= -4096
or    r1 |= r2
ork   r1 |= 12
xor   r1 ^= r2
xork  r1 ^= -1
lsh   r1 <<= r2
lshk  r1 <<= 4
lshkk r1 <<= 40
rsh   r1 >>= r2
rshk  r1 >>= 3
rshkk r1 >>= 63
arsh  r1 s>>= r2
arshk r1 s>>= 36
add32 w1 += w2
sub32 w1 -= w2
lsh32 w1 <<= 5
neg   r1 = -r1
neg32 w1 = -w1
swap  r1 = bswap64 r1
mov32 w1 = w1
movs  r1 = (s32)r1
self  r1 -= r1
left  r2 += r1; r1 = r2
less  r2 -= r1; r1 = r2
right r2 >>= r1; r1 = r2
both  r3 = addr_space_cast(r2, 0, 1); r1 += r3
-- set WITH
small    r2 = 5
zero     r2 = 0
page     r2 = 4096
negative r2 = -9
large    r2 = 0x123456789abcdef0 ll
high     r2 = 0x8000000000000000 ll
-- set OF
page   r1 = r9
null   r1 = 0; r1 = addr_space_cast(r1, 0, 1)
last   r1 = -1; r1 = addr_space_cast(r1, 0, 1)
number r1 = 0x80000000 ll; r1 = addr_space_cast(r1, 0, 1)
-- table arithmetic: OP WITH OF
$OF
$WITH
$OP
*(u64 *)(r6 + 8) = r1
*(u64 *)(r6 + 16) = r2
-- set ATOMIC
add4    lock *(u32 *)(r9 + 8) += r1
add8    lock *(u64 *)(r9 + 8) += r1
or4     lock *(u32 *)(r9 + 8) |= r1
or8     lock *(u64 *)(r9 + 8) |= r1
and8    lock *(u64 *)(r9 + 8) &= r1
xor4    lock *(u32 *)(r9 + 8) ^= r1
fadd4   r1 = atomic_fetch_add((u32 *)(r9 + 8), r1)
fadd8   r1 = atomic64_fetch_add((u64 *)(r9 + 8), r1)
xchg4   r1 = atomic_xchg((u32 *)(r9 + 8), r1)
xchg8   r1 = atomic64_xchg((u64 *)(r9 + 8), r1)
cmp4    r0 = *(u32 *)(r9 + 8); r0 = atomic_cmpxchg((u32 *)(r9 + 8), r0, r1)
cmp8    r0 = *(u64 *)(r9 + 8); r0 = atomic64_cmpxchg((u64 *)(r9 + 8), r0, r1)
cmpno   r0 = 1; r0 = atomic64_cmpxchg((u64 *)(r9 + 8), r0, r1)
cmpno4  r0 = 1; r0 = atomic_cmpxchg((u32 *)(r9 + 8), r0, r1)
self4   lock *(u32 *)(r9 + 8) += r9
self8   lock *(u64 *)(r9 + 8) += r9
fself   r2 = r9; r9 = atomic64_fetch_add((u64 *)(r9 + 8), r9); r1 = r9; r9 = r2
self0   r0 = r9; r0 = atomic64_cmpxchg((u64 *)(r0 + 8), r0, r1)
rel1    store_release((u8 *)(r9 + 8), r1)
rel2    store_release((u16 *)(r9 + 8), r1)
rel4    store_release((u32 *)(r9 + 8), r1)
rel8    store_release((u64 *)(r9 + 8), r1)
relself store_release((u64 *)(r9 + 8), r9)
acq1    r1 = load_acquire((u8 *)(r9 + 8))
acq2    r1 = load_acquire((u16 *)(r9 + 8))
acq4    r1 = load_acquire((u32 *)(r9 + 8))
acq8    r1 = load_acquire((u64 *)(r9 + 8))
acqself r2 = r9; r2 = load_acquire((u64 *)(r2 + 8)); r1 = r2
-- set VALUE
small r1 = 3
minus r1 = -3
big   r1 = 0x123456789abcdef0 ll
-- table atomic operations: ATOMIC VALUE
r2 = 0xfedcba9876543210 ll
*(u64 *)(r9 + 8) = r2
*(u64 *)(r9 + 0) = -1
*(u64 *)(r9 + 16) = -1
$VALUE
r0 = 77
$ATOMIC
*(u64 *)(r6 + 8) = r0
*(u64 *)(r6 + 16) = r1
r0 = *(u64 *)(r9 + 8)
*(u64 *)(r6 + 24) = r0
r0 = *(u64 *)(r9 + 0)
*(u64 *)(r6 + 32) = r0
r0 = *(u64 *)(r9 + 16)
*(u64 *)(r6 + 40) = r0
-- case a list
r1 = 0
r2 = 10
r3 = r9
r4 = 0
again: *(u64 *)(r3 + 8) = r2
r5 = addr_space_cast(r4, 1, 0)
*(u64 *)(r3 + 0) = r5
r4 = r3
r3 += 24
r2 -= 1
if r2 != 0 goto again
r5 = addr_space_cast(r4, 1, 0)
*(u64 *)(r6 + 8) = r5
r4 = addr_space_cast(r5, 0, 1)
r1 = 0
r3 = 0
walk: if r4 == 0 goto end
r2 = *(u64 *)(r4 + 8)
r1 += r2
r3 += 1
r4 = *(u64 *)(r4 + 0)
r4 = addr_space_cast(r4, 0, 1)
may_goto end
goto walk
end: *(u64 *)(r6 + 16) = r1
*(u64 *)(r6 + 24) = r3
-- case pages one after another
r1 = map[arena]
r2 = 0
r3 = 1
r4 = 0
r5 = 0
call kfunc[bpf_arena_alloc_pages]
*(u64 *)(r6 + 8) = r0
r1 = map[arena]
r2 = r8
r3 = 1
call kfunc[bpf_arena_free_pages]
r1 = map[arena]
r2 = 0
r3 = 2
r4 = -1
r5 = 0
call kfunc[bpf_arena_alloc_pages]
*(u64 *)(r6 + 16) = r0
r1 = map[arena]
r2 = 0
r3 = 1
r4 = -1
r5 = 0
call kfunc[bpf_arena_alloc_pages]
*(u64 *)(r6 + 24) = r0
-- case pages that were given back are zero
*(u64 *)(r9 + 0) = 7
*(u64 *)(r9 + 4096) = 7
r1 = map[arena]
r2 = r8
r3 = 1
call kfunc[bpf_arena_free_pages]
r1 = map[arena]
r2 = r8
r3 = 1
r4 = -1
r5 = 0
call kfunc[bpf_arena_alloc_pages]
*(u64 *)(r6 + 8) = r0
r1 = *(u64 *)(r9 + 0)
*(u64 *)(r6 + 16) = r1
r1 = *(u64 *)(r9 + 4096)
*(u64 *)(r6 + 24) = r1
-- set ADDRESS
any    r2 = 0
first  r2 = r8
start  r2 = r7
next   r2 = r8; r2 += 16384
low    r2 = r8; r2 += 16384; w2 = w2
other  r2 = r8; r2 += 16384; r3 = 0x100000000 ll; r2 += r3
odd    r2 = r7; r2 += 16385
last   r2 = r7; r2 += 405504
end    r2 = r7; r2 += 409600
before r2 = r7; r2 -= 4096
wrong  r2 = 4096
minus  r2 = -4096
-- set COUNT
none r3 = 0
one  r3 = 1
two  r3 = 2
most r3 = 96
more r3 = 97
all  r3 = 100
past r3 = 101
huge r3 = -1
-- table where pages are allocated: ADDRESS COUNT
$ADDRESS
$COUNT
r1 = map[arena]
r4 = -1
r5 = 0
call kfunc[bpf_arena_alloc_pages]
*(u64 *)(r6 + 8) = r0
r1 = map[arena]
r2 = 0
r3 = 1
r4 = -1
r5 = 0
call kfunc[bpf_arena_alloc_pages]
*(u64 *)(r6 + 16) = r0
-- table where pages are reserved: ADDRESS COUNT
$ADDRESS
$COUNT
r1 = map[arena]
call kfunc[bpf_arena_reserve_pages]
*(u64 *)(r6 + 8) = r0
r1 = map[arena]
r2 = 0
r3 = 1
r4 = -1
r5 = 0
call kfunc[bpf_arena_alloc_pages]
*(u64 *)(r6 + 16) = r0
-- set FREED
none   r2 = 0
first  r2 = r8
start  r2 = r7
next   r2 = r8; r2 += 4096
low    r2 = r8; w2 = w2
other  r2 = r8; r3 = 0x100000000 ll; r2 += r3
odd    r2 = r7; r2 += 4097
last   r2 = r7; r2 += 405504
end    r2 = r7; r2 += 409600
minus  r2 = -4096
-- table where pages are freed: FREED COUNT
*(u64 *)(r9 + 0) = 7
*(u64 *)(r9 + 4096) = 8
*(u64 *)(r9 + 12288) = 9
$FREED
$COUNT
r1 = map[arena]
call kfunc[bpf_arena_free_pages]
r1 = map[arena]
r2 = 0
r3 = 1
r4 = -1
r5 = 0
call kfunc[bpf_arena_alloc_pages]
*(u64 *)(r6 + 32) = r0
r1 = *(u64 *)(r9 + 0)
*(u64 *)(r6 + 8) = r1
r1 = *(u64 *)(r9 + 4096)
*(u64 *)(r6 + 16) = r1
r1 = *(u64 *)(r9 + 12288)
*(u64 *)(r6 + 24) = r1
-- set NODE
zero  r4 = 0
any   r4 = -1
below r4 = -2
far   r4 = 1000
high  r4 = 0x100000000 ll
-- set FLAGS
none r5 = 0
one  r5 = 1
-- table nodes and flags: NODE FLAGS
r1 = map[arena]
r2 = 0
r3 = 1
$NODE
$FLAGS
call kfunc[bpf_arena_alloc_pages]
*(u64 *)(r6 + 8) = r0
-- case pages of another map
r1 = map[out]
r2 = 0
r3 = 1
r4 = -1
r5 = 0
call kfunc[bpf_arena_alloc_pages]
*(u64 *)(r6 + 8) = r0
r1 = map[out]
r2 = r8
r3 = 1
call kfunc[bpf_arena_reserve_pages]
*(u64 *)(r6 + 16) = r0
-- case pages in pieces
r1 = map[arena]
r2 = r8
r2 += 32768
r3 = 2
call kfunc[bpf_arena_reserve_pages]
r1 = map[arena]
r2 = r8
r2 += 12288
r3 = 1
call kfunc[bpf_arena_free_pages]
r1 = map[arena]
r2 = 0
r3 = 3
r4 = -1
r5 = 0
call kfunc[bpf_arena_alloc_pages]
*(u64 *)(r6 + 8) = r0
r1 = map[arena]
r2 = 0
r3 = 1
r4 = -1
r5 = 0
call kfunc[bpf_arena_alloc_pages]
*(u64 *)(r6 + 16) = r0
r1 = map[arena]
r2 = 0
r3 = 80
r4 = -1
r5 = 0
call kfunc[bpf_arena_alloc_pages]
*(u64 *)(r6 + 24) = r0
-- case reads of pages that are not there
r1 = *(u64 *)(r9 + 20480)
*(u64 *)(r6 + 8) = r1
r1 = 100
r1 = addr_space_cast(r1, 0, 1)
r1 = *(u64 *)(r1 + 0)
*(u64 *)(r6 + 16) = r1
r1 = -1
r1 = addr_space_cast(r1, 0, 1)
r1 = *(u64 *)(r1 + 0)
*(u64 *)(r6 + 24) = r1
r1 = 0
r1 = addr_space_cast(r1, 0, 1)
r1 = *(u64 *)(r1 - 32768)
*(u64 *)(r6 + 32) = r1
r1 = -1
r1 = addr_space_cast(r1, 0, 1)
r1 = *(u64 *)(r1 + 32767)
*(u64 *)(r6 + 40) = r1
-- maps
out array 4 512 1
arena arena 0 0 100 flags=0x40400 at=0x7f0012340000
-- case addresses that stay numbers
r1 = addr_space_cast(r8, 1, 0)
*(u64 *)(r6 + 8) = r1
r1 = addr_space_cast(r8, 0, 1)
*(u64 *)(r6 + 16) = r1
*(u64 *)(r1 + 0) = 5
r1 = *(u64 *)(r9 + 0)
*(u64 *)(r6 + 24) = r1
-- maps
out array 4 512 1
arena arena 0 0 4 flags=0x400 at=0x7f00ffffc000
-- case an arena at the end of 4 GiB
*(u64 *)(r6 + 8) = r8
*(u64 *)(r9 + 16376) = 5
r1 = *(u64 *)(r9 + 16376)
*(u64 *)(r6 + 16) = r1
r1 = r9
r1 += 16384
*(u64 *)(r6 + 24) = r1
