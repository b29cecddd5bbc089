Of a refusal, what was done until then; as JSON the same.
-- run
skep verify -v $OBJECTS/refused.bpf.o missing_packet_check | sed -n '/pruned$/,$p' | sed 's#  /.*/#  #' >$T/v
cat $T/v
skep verify -v -j $OBJECTS/refused.bpf.o missing_packet_check >$T/j
python3 -c '
import json, sys
v = json.load(open(sys.argv[1]))
print(*v["insns"][0]); print(sum(i["visits"] for i in v["insns"]) == v["visited"], sum(i["states"] for i in v["insns"]) == v["states"])' $T/j
-- stdout
    visits   states   pruned
  refused.bpf.c
                              ; 63: int missing_packet_check(struct xdp_md *ctx)
         1        0        0     0: w0 = 1
                              ; 68: if ((void *)(eth + 1) > (void *)(long)ctx->data_end)
         1        0        0     1: r2 = *(u32 *)(r1 +4)         ; through ctx
                              ; 65: struct ethhdr *eth = (void *)(long)ctx->data;
         1        0        0     2: r1 = *(u32 *)(r1 +0)         ; through ctx
                              ; 66: struct iphdr *ip = (void *)(eth + 1);
         1        0        0     3: r3 = r1
         1        0        0     4: r3 += 14
                              ; 68: if ((void *)(eth + 1) > (void *)(long)ctx->data_end)
         1        0        0     5: if r3 > r2 goto pc+4
                              ; 70: return ip->ttl > 1 ? XDP_PASS : XDP_DROP;
         1        0        0     6: r1 = *(u8 *)(r1 +22)         ; through pkt
         0        0        0     7: w0 = 2                       ; not looked at
         0        0        0     8: if w1 > 0x1 goto pc+1        ; not looked at
         0        0        0     9: w0 = 1                       ; not looked at
                              ; 71: }
         0        0        0    10: exit                         ; not looked at
insn insn_text file line source visits states pruned facts
True True
-- exit
0
