A loop that nothing enters.
-- asm
r0 = 0
exit
l: r0 = 1
goto l
-- error
invalid: instruction 2: no path from the program's start leads here
remove it, or the jump or exit before it that skips it
-- linux
unreachable insn 2
