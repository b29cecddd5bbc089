There is no r11.
-- asm
r0 = 1
r0 += r11
exit
-- error
2:7: 'r11' is not a register: eBPF has r0 to r10
