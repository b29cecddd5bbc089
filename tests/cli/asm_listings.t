Listings of several programs, a verifier log's line and both syntaxes are read in one text.
-- run
printf '0: (b7) r0 = 1\n1: (95) exit\n\nsub:\n0: (bf) mov %%r0, %%r1\n1: (95) exit ; R0=scalar()\ncall sub\ngoto sub\n' | skep asm
-- stdout
b7 00 00 00 01 00 00 00
95 00 00 00 00 00 00 00
bf 10 00 00 00 00 00 00
95 00 00 00 00 00 00 00
85 10 00 00 fd ff ff ff
05 00 fc ff 00 00 00 00
-- exit
0
