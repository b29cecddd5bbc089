What tracing programs ask for, where there is nothing to be had.
-- type raw_tracepoint
-- maps
out array 4 1024 1
stacks stack_trace 4 64 16
-- before
r6 = r1
r7 = map[out][0]+0
*(u64 *)(r7 + 64) = -1
-- after
*(u64 *)(r7 + 0) = r0
r0 = 0
exit
-- case no cookie
r1 = r6
call bpf_get_attach_cookie
-- set SIZE
0  r2 = 0
16 r2 = 16
-- set FLAGS
0 r3 = 0
1 r3 = 1
-- table branches: SIZE FLAGS
r1 = r7
r1 += 64
$SIZE
$FLAGS
call bpf_get_branch_snapshot
-- set WRONG
11 r3 = 0x800
13 r3 = 0x2000
40 r3 = 0x10000000000 ll
-- table flags of stacks: WRONG
r1 = r6
r2 = map[stacks]
$WRONG
call bpf_get_stackid
-- set WRONGER
9  r4 = 0x200
10 r4 = 0x400
12 r4 = 0x1000
-- table flags of a stack: WRONGER
r1 = r6
r2 = r7
r2 += 64
r3 = 16
$WRONGER
call bpf_get_stack
