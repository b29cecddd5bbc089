Behind a jump.
-- asm
r0 = 0
goto +1
r0 = 1
exit
-- error
invalid: instruction 2: no path from the program's start leads here
remove it, or the jump or exit before it that skips it
-- linux
unreachable insn 2
