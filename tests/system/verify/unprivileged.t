Without CAP_BPF and CAP_PERFMON.
-- run
for o in sock_stats tc_nat; do skep verify --unprivileged $OBJECTS/$o.bpf.o; done | sed 's#  /.*/#  #'
skep verify --unprivileged --linux $OBJECTS/tc_nat.bpf.o; echo $?
-- stdout
sock_stats: refused: instruction 13: goes back to 7, and a program without CAP_BPF has no loops (privilege)
  sock_stats.bpf.c:38:2
      for (int i = 0; i < BUCKETS - 1; i++) {
      ^
     13: if w4 > 0x3 goto pc-7
  hint: load with CAP_BPF, or unroll the loop (#pragma unroll)
tc_nat: refused: programs of type sched_cls need CAP_BPF: without it there are socket filters and programs of cgroups that see packets (privilege)
  tc_nat.bpf.c:127:0
      int tc_nat(struct __sk_buff *skb)
      ^
      0: r6 = r1
  hint: run with CAP_BPF and CAP_PERFMON
2
-- exit
0
-- stderr
skep: --unprivileged and --linux: Linux goes by the capabilities that this process has
