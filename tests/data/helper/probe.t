Memory at any address.
-- type xdp
-- maps
out array 4 1024 1
in array 4 64 1 rdonly_prog frozen=61206c6f6e6765722074657874206f6620736f6d65206b696e640001020304050000000000000000000000000000000000000000000000000000000000000000
-- before
r7 = map[out][0]+0
*(u64 *)(r7 + 64) = -1
*(u64 *)(r7 + 72) = -1
r1 = r7
r1 += 64
-- after
*(u64 *)(r7 + 0) = r0
r0 = 0
exit
-- set SIZE
0  r2 = 0
1  r2 = 1
8  r2 = 8
15 r2 = 15
40 r2 = 40
-- set CALL
kernel call bpf_probe_read_kernel
text   call bpf_probe_read_kernel_str
-- set OK
in     r3 = map[in][0]+0
middle r3 = map[in][0]+9
end    r3 = map[in][0]+26
-- table what is there: CALL OK SIZE
$SIZE
$OK
$CALL
-- set NONE
hole r3 = 0xffff800000000000 ll
-- table what the kernel has not: CALL NONE SIZE
$SIZE
$NONE
$CALL
-- set BAD
null   r3 = 0
low    r3 = 64
wild   r3 = 0x4141414141414141 ll
-- set SIZES
1  r2 = 1
8  r2 = 8
15 r2 = 15
40 r2 = 40
-- set USER
read call bpf_probe_read_user
text call bpf_probe_read_user_str
-- table what user space has not: USER BAD SIZES
$SIZES
$BAD
$USER
