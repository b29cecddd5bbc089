Programs that call bpf(2).
-- type syscall sleepable
-- maps
out array 4 1024 1
in array 4 64 1
-- before
r6 = r1
r7 = map[out][0]+0
-- after
*(u64 *)(r7 + 0) = r0
r0 = 0
exit
-- case a map is made, changed and closed
r8 = map[in][0]+0
*(u32 *)(r10 - 72) = 2
*(u32 *)(r10 - 68) = 4
*(u32 *)(r10 - 64) = 8
*(u32 *)(r10 - 60) = 3
*(u64 *)(r10 - 56) = 0
*(u64 *)(r10 - 48) = 0
*(u64 *)(r10 - 40) = 0
*(u64 *)(r10 - 32) = 0
*(u64 *)(r10 - 24) = 0
*(u64 *)(r10 - 16) = 0
*(u64 *)(r10 - 8) = 0
r1 = 0
r2 = r10
r2 += -72
r3 = 72
call bpf_sys_bpf
if r0 s< 0 goto failed
r9 = r0
*(u32 *)(r8 + 0) = 2
*(u64 *)(r8 + 8) = 77
*(u32 *)(r10 - 72) = r9
*(u32 *)(r10 - 68) = 0
*(u64 *)(r10 - 64) = r8
r1 = r8
r1 += 8
*(u64 *)(r10 - 56) = r1
*(u64 *)(r10 - 48) = 0
r1 = 2
r2 = r10
r2 += -72
r3 = 32
call bpf_sys_bpf
*(u64 *)(r7 + 16) = r0
*(u32 *)(r8 + 0) = 5
r1 = 2
r2 = r10
r2 += -72
r3 = 32
call bpf_sys_bpf
*(u64 *)(r7 + 24) = r0
r1 = r9
call bpf_sys_close
*(u64 *)(r7 + 32) = r0
r1 = r9
call bpf_sys_close
failed: r0 = r0
-- set CMD
lookup r1 = 1
load   r1 = 5
pin    r1 = 6
test   r1 = 10
info   r1 = 15
none   r1 = 500
minus  r1 = -1
-- table calls that may not be made, or are wrong: CMD
*(u64 *)(r10 - 16) = 0
*(u64 *)(r10 - 8) = 0
r2 = r10
r2 += -16
r3 = 16
call bpf_sys_bpf
-- set NAME
int    r1 = 0x746e69 ll
task   r1 = 0x6b736174 ll
long   r1 = 0x6161616161616161 ll
empty  r1 = 0
-- set SIZE
0 r2 = 0
1 r2 = 1
4 r2 = 4
8 r2 = 8
-- set KIND
1 r3 = 1
4 r3 = 4
99 r3 = 99
-- set FLAGS
0 r4 = 0
1 r4 = 1
-- set SIZES
1 r2 = 1
4 r2 = 4
8 r2 = 8
-- table types of the kernel: NAME SIZES KIND FLAGS
$NAME
*(u64 *)(r10 - 8) = r1
r1 = r10
r1 += -8
$SIZES
$KIND
$FLAGS
call bpf_btf_find_by_name_kind
-- set KFLAGS
0 r3 = 0
1 r3 = 1
-- table symbols: NAME SIZE KFLAGS
$NAME
*(u64 *)(r10 - 8) = r1
*(u64 *)(r10 - 16) = -1
r1 = r10
r1 += -8
$SIZE
$KFLAGS
r4 = r10
r4 += -16
call bpf_kallsyms_lookup_name
r1 = *(u64 *)(r10 - 16)
*(u64 *)(r7 + 8) = r1
-- set USER
null r3 = 0
low  r3 = 64
-- table memory of the caller that is none: USER SIZE
r1 = r7
r1 += 64
*(u64 *)(r7 + 64) = -1
$SIZE
$USER
call bpf_copy_from_user
-- set PAD
0 r4 = 0
1 r4 = 1
2 r4 = 2
-- table texts of the caller that are none: USER SIZES PAD
r1 = r7
r1 += 64
*(u64 *)(r7 + 64) = -1
$SIZES
$USER
$PAD
call kfunc[bpf_copy_from_user_str]
