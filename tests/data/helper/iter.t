Iterators that programs call themselves.
-- type xdp
-- maps
out array 4 1024 1
words array 4 64 1
-- before
r7 = map[out][0]+0
-- set BEGIN
0    r2 = 0
5    r2 = 5
-3   r2 = -3
min  r2 = -2147483648
max  r2 = 2147483647
-- set END
0    r3 = 0
6    r3 = 6
40   r3 = 40
-1   r3 = -1
far  r3 = 8388613
max  r3 = 2147483647
-- table numbers: BEGIN END
r1 = r10
r1 += -8
$BEGIN
$END
call kfunc[bpf_iter_num_new]
*(u64 *)(r7 + 0) = r0
r6 = 0
again: r1 = r10
r1 += -8
call kfunc[bpf_iter_num_next]
if r0 == 0 goto done
r1 = *(s32 *)(r0 + 0)
if r6 s> 10 goto again
*(u64 *)(r7 + 8) = r1
r2 = *(u64 *)(r7 + 16)
r2 += r1
*(u64 *)(r7 + 16) = r2
r6 += 1
if r6 s< 10 goto again
done: r1 = r10
r1 += -8
call kfunc[bpf_iter_num_destroy]
*(u64 *)(r7 + 24) = r6
r0 = 0
exit
-- set COUNT
0   r3 = 0
1   r3 = 1
2   r3 = 2
8   r3 = 8
511 r3 = 511
512 r3 = 512
-- set FROM
words r2 = map[words][0]+0
null  r2 = 0
none  r2 = 0xffff800000000000 ll
-- table bits: COUNT FROM
r8 = map[words][0]+0
r1 = 0x8000000000000005 ll
*(u64 *)(r8 + 0) = r1
*(u64 *)(r8 + 8) = 256
r1 = r10
r1 += -16
$FROM
$COUNT
call kfunc[bpf_iter_bits_new]
*(u64 *)(r7 + 0) = r0
r6 = 0
again: r1 = r10
r1 += -16
call kfunc[bpf_iter_bits_next]
if r0 == 0 goto done
if r6 s> 3 goto done
r1 = *(s32 *)(r0 + 0)
r2 = *(u64 *)(r7 + 16)
r2 *= 1000
r2 += r1
*(u64 *)(r7 + 16) = r2
r6 += 1
goto again
done: r1 = r10
r1 += -16
call kfunc[bpf_iter_bits_destroy]
*(u64 *)(r7 + 24) = r6
r0 = 0
exit
