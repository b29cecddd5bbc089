What is known of instructions on all paths, for those who make programs runnable.
-- type xdp
-- maps
values array 4 48 1
more hash 4 16 8
wide hash 8 16 8
words hash 12 16 8
programs prog_array 4 4 8
frozen array 4 16 1 rdonly_prog frozen=0102030405060708090a0b0c0d0e0f90
thawed array 4 16 1 rdonly_prog
-- after
out: r0 = 0
exit
-- case dead code, decided jumps
r2 = 5
if r2 == 5 goto on
r2 = 6
on: if r2 > 7 goto out
call bpf_get_prandom_u32
if r0 > 5 goto on2
on2: r2 = 0
-- accept
-- facts
1: always
2: dead
3: never
-- case a jump that ranges alone decide
r2 = *(u32 *)(r1 + 12)
r3 = *(u32 *)(r1 + 16)
if r2 == 0 goto out
if r2 > 0 goto on
r4 = 1
on: r0 = 0
-- accept
-- facts
0: ctx
1: ctx
3: always
4: dead
-- case the same jump goes one way on one path, the other on another
r6 = *(u32 *)(r1 + 12)
r2 = 0
if r6 == 0 goto on
r2 = 1
on: if r2 == 0 goto out
r3 = 0
-- accept
-- facts
0: ctx
-- case kinds of memory
r2 = *(u32 *)(r1 + 0)
r3 = *(u32 *)(r1 + 4)
r4 = r2
r4 += 4
if r4 > r3 goto out
r5 = *(u8 *)(r2 + 3)
*(u64 *)(r10 - 8) = r5
r4 = map[values][0]+8
*(u32 *)(r4 + 4) = r5
lock *(u64 *)(r4 + 0) += r5
-- accept
-- facts
0: ctx
1: ctx
5: pkt
6: fp
7: map=values
9: map_value map=values
10: map_value map=values
-- case a store that hits the stack on one path, a value on the other
r2 = *(u32 *)(r1 + 12)
r3 = r10
r3 += -8
if r2 == 0 goto on
r3 = map[values][0]+0
on: *(u64 *)(r3 + 0) = 7
-- accept
-- facts
0: ctx
4: map=values
6: map=values
-- case a store into one of two maps
r6 = *(u32 *)(r1 + 12)
r3 = map[thawed][0]+0
if r6 == 0 goto on
r3 = map[values][0]+0
on: r4 = *(u64 *)(r3 + 0)
-- accept
-- facts
0: ctx
1: map=thawed
4: map=values
6: map_value
-- case loads of frozen values
r2 = map[frozen][0]+0
r3 = *(u8 *)(r2 + 0)
r3 = *(u16 *)(r2 + 2)
r3 = *(u32 *)(r2 + 4)
r3 = *(u64 *)(r2 + 8)
r3 = *(s8 *)(r2 + 15)
r3 = *(s32 *)(r2 + 12)
r4 = map[frozen][0]+8
r4 = *(u8 *)(r4 - 1)
r3 = map[thawed][0]+0
r3 = *(u32 *)(r3 + 0)
-- accept
-- facts
0: map=frozen
2: map_value map=frozen value=0x1
3: map_value map=frozen value=0x403
4: map_value map=frozen value=0x8070605
5: map_value map=frozen value=0x900f0e0d0c0b0a09
6: map_value map=frozen value=0xffffffffffffff90
7: map_value map=frozen value=0xffffffff900f0e0d
8: map=frozen
10: map_value map=frozen value=0x8
11: map=thawed
13: map_value map=thawed
-- case a frozen value at two places, and at one from two sides
r6 = *(u32 *)(r1 + 12)
r2 = map[frozen][0]+0
r4 = r2
if r6 == 0 goto on
r2 += 4
r4 = map[frozen][0]+0
on: r3 = *(u8 *)(r2 + 0)
r3 = *(u8 *)(r4 + 2)
-- accept
-- facts
0: ctx
1: map=frozen
6: map=frozen
8: map_value map=frozen
9: map_value map=frozen value=0x3
-- case a frozen value at a place that is not known
r6 = *(u32 *)(r1 + 12)
r6 &= 7
r2 = map[frozen][0]+0
r2 += r6
r3 = *(u8 *)(r2 + 0)
-- accept
-- facts
0: ctx
2: map=frozen
5: map_value map=frozen
-- case a number that is loaded from a frozen value or from the stack
r6 = *(u32 *)(r1 + 12)
*(u64 *)(r10 - 8) = 1
r2 = map[frozen][0]+0
if r6 == 0 goto on
r2 = r10
r2 += -8
on: r3 = *(u8 *)(r2 + 0)
-- accept
-- facts
0: ctx
1: fp
2: map=frozen
7: map=frozen
-- case keys on the stack: 0 is seen anywhere, other numbers where eight bytes begin
*(u32 *)(r10 - 4) = 7
*(u32 *)(r10 - 8) = 7
r1 = map[more]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
r1 = map[more]
r2 = r10
r2 += -8
call bpf_map_lookup_elem
-- accept
-- facts
0: fp
1: fp
2: map=more
6: map=more
7: map=more
11: map=more value=0x7
-- case a key of zeros
*(u64 *)(r10 - 8) = 0
r1 = map[more]
r2 = r10
r2 += -4
call bpf_map_delete_elem
-- accept
-- facts
0: fp
1: map=more
5: map=more value=0x0
-- case half of a number as a key
r5 = 0x700000009 ll
*(u64 *)(r10 - 8) = r5
r1 = map[more]
r2 = r10
r2 += -4
call bpf_map_delete_elem
r1 = map[more]
r2 = r10
r2 += -8
call bpf_map_delete_elem
r1 = map[wide]
r2 = r10
r2 += -8
call bpf_map_delete_elem
-- accept
-- facts
2: fp
3: map=more
7: map=more value=0x7
8: map=more
12: map=more value=0x9
13: map=wide
17: map=wide value=0x700000009
-- case a key of two numbers, and one that is too long to be told
*(u32 *)(r10 - 8) = 7
*(u32 *)(r10 - 4) = 1
*(u32 *)(r10 - 12) = 0
r1 = map[wide]
r2 = r10
r2 += -8
call bpf_map_delete_elem
r1 = map[words]
r2 = r10
r2 += -12
call bpf_map_delete_elem
-- accept
-- facts
0: fp
1: fp
2: fp
3: map=wide
7: map=wide
8: map=words
12: map=words
-- case a key that differs from path to path
r6 = *(u32 *)(r1 + 12)
*(u32 *)(r10 - 8) = 5
if r6 == 0 goto on
*(u32 *)(r10 - 8) = 6
on: r1 = map[more]
r2 = r10
r2 += -8
call bpf_map_delete_elem
-- accept
-- facts
0: ctx
1: fp
3: fp
4: map=more
8: map=more
-- case a key that is the same on both paths
r6 = *(u32 *)(r1 + 12)
*(u32 *)(r10 - 8) = 5
if r6 == 0 goto on
r5 = 4
r5 += 1
*(u32 *)(r10 - 8) = r5
on: r1 = map[more]
r2 = r10
r2 += -8
call bpf_map_delete_elem
-- accept
-- facts
0: ctx
1: fp
5: fp
6: map=more
10: map=more value=0x5
-- case a key that is not known on one path
r6 = *(u32 *)(r1 + 12)
r5 = *(u32 *)(r1 + 16)
*(u32 *)(r10 - 8) = r5
if r6 == 0 goto on
*(u32 *)(r10 - 8) = 6
on: r1 = map[more]
r2 = r10
r2 += -8
call bpf_map_delete_elem
-- accept
-- facts
0: ctx
1: ctx
2: fp
4: fp
5: map=more
9: map=more
-- case a key in a frozen value, and one in a value that is not
r1 = map[more]
r2 = map[frozen][0]+4
call bpf_map_lookup_elem
r1 = map[more]
r2 = map[values][0]+4
call bpf_map_lookup_elem
-- accept
-- facts
0: map=more
2: map=frozen
4: map=more value=0x8070605
5: map=more
7: map=values
9: map=more
-- case one of two maps is given
r6 = *(u32 *)(r1 + 12)
*(u32 *)(r10 - 4) = 5
r1 = map[more]
if r6 == 0 goto on
r1 = map[values]
on: r2 = r10
r2 += -4
call bpf_map_lookup_elem
-- accept
-- facts
0: ctx
1: fp
2: map=more
5: map=values
-- case a tail call with an index
r2 = map[programs]
r3 = 3
call bpf_tail_call
-- accept
-- facts
0: map=programs
3: map=programs value=0x3
-- case a tail call with an index that differs
r6 = *(u32 *)(r1 + 12)
r3 = 3
if r6 == 0 goto on
r3 = 4
on: r2 = map[programs]
call bpf_tail_call
-- accept
-- facts
0: ctx
4: map=programs
6: map=programs
-- case a tail call with an index of which the upper half does not matter
r2 = map[programs]
r3 = 0x700000002 ll
call bpf_tail_call
-- accept
-- facts
0: map=programs
4: map=programs value=0x2
-- case a tail call with any index
r3 = *(u32 *)(r1 + 12)
r2 = map[programs]
call bpf_tail_call
-- accept
-- facts
0: ctx
1: map=programs
3: map=programs
-- case a tail call on two paths, of which the second would be taken for the first
r6 = *(u32 *)(r1 + 12)
r3 = 0
if r6 == 0 goto on
r3 = 1
on: r4 = 0
r2 = map[programs]
if r6 == 9 goto out
call bpf_tail_call
-- accept
-- facts
0: ctx
5: map=programs
8: map=programs
-- case divisors
r6 = *(u32 *)(r1 + 12)
r7 = *(u32 *)(r1 + 16)
r6 /= 3
r5 = 7
r7 /= r5
if r7 > 4 goto out
if r6 == 0 goto out
r7 %= r6
if r7 == 1 goto out
-- accept
-- facts
0: ctx
1: ctx
2: divides
4: divides
7: divides
-- case a divisor that nobody looks at: paths are one that differ in it
r6 = *(u32 *)(r1 + 12)
r7 = *(u32 *)(r1 + 16)
r5 = 0
if r6 == 0 goto on
r5 = 7
on: r4 = 9
r3 = 0
r2 = 0
r3 = 1
r2 = 1
r3 = 2
if r7 == 0 goto out
if r7 == 1 goto out
r4 /= r5
-- accept
-- facts
0: ctx
1: ctx
-- after
-- case a divisor of a function whose result matters to one of two callers
r6 = *(u32 *)(r1 + 12)
r7 = *(u32 *)(r1 + 16)
r1 = 9
r2 = 7
call f
if r0 == 3 goto end
r2 = 0
if r6 == 0 goto on
r2 = 7
on: r1 = 9
r3 = 0
r4 = 0
r3 = 1
r4 = 1
r3 = 2
r4 = 2
if r7 == 0 goto end
if r7 == 1 goto end
call f
end: r0 = 0
exit
f: r0 = r1
r0 /= r2
exit
-- accept
-- facts
0: ctx
1: ctx
