The loop comes before what is not reached.
-- raw
b7 00 00 00 00 00 00 00  # r0 = 0
15 00 ff ff 00 00 00 00  # if r0 == 0 goto -1
95 00 00 00 00 00 00 00  # exit
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
-- options
unprivileged
-- error
permission: instruction 1: goes back to 1, and a program without CAP_BPF has no loops
load with CAP_BPF, or unroll the loop (#pragma unroll)
