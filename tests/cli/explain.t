Words and both programs with their sizes.
-- run
skep explain 'ip proto 47'
-- stdout
IPv4 that carries protocol 47

Classic BPF, 6 instructions:
(000) ldh      [12]
(001) jeq      #0x800           jt 2	jf 5
(002) ldb      [23]
(003) jeq      #0x2f            jt 4	jf 5
(004) ret      #262144
(005) ret      #0

eBPF, 9 instructions:
0: (a5) if r2 < 0x18 goto pc+6
1: (69) r0 = *(u16 *)(r1 +12)
2: (56) if w0 != 0x8 goto pc+4
3: (71) r0 = *(u8 *)(r1 +23)
4: (56) if w0 != 0x2f goto pc+2
5: (b4) w0 = 262144
6: (95) exit
7: (b4) w0 = 0
8: (95) exit
-- exit
0
