struct __sk_buff has no hardware type.
-- program
ldh [hatype]
ret a
-- ebpf
instruction 0: unsupported: instruction 0 loads [hatype] (SKF_AD_HATYPE), which eBPF cannot get at
hint: run it as classic BPF
