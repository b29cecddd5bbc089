No loops without CAP_BPF.
-- asm
r1 = 0
l: r1 += 1
if r1 < 5 goto l
r0 = 0
exit
-- options
unprivileged
-- error
permission: instruction 2: goes back to 1, and a program without CAP_BPF has no loops
load with CAP_BPF, or unroll the loop (#pragma unroll)
