Nor a way to netlink attributes.
-- program
ld [nla]
ret a
-- ebpf
instruction 0: unsupported: instruction 0 loads [nla] (SKF_AD_NLATTR), which eBPF cannot get at
hint: run it as classic BPF
