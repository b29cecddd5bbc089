No functions without CAP_BPF.
-- asm
call f
exit
f: r0 = 0
exit
-- options
unprivileged
-- error
permission: instruction 0: calls a function that is no helper, which needs CAP_BPF
load with CAP_BPF, or inline all functions
