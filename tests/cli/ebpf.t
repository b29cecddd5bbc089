--ebpf prints the eBPF program.
-- run
skep filter --ebpf icmp
-- stdout
0: (a5) if r2 < 0x18 goto pc+6
1: (69) r0 = *(u16 *)(r1 +12)
2: (56) if w0 != 0x8 goto pc+4
3: (71) r0 = *(u8 *)(r1 +23)
4: (56) if w0 != 0x1 goto pc+2
5: (b4) w0 = 262144
6: (95) exit
7: (b4) w0 = 0
8: (95) exit
-- exit
0
