A function that only a dead one calls.
-- asm
r0 = 0
exit
call f
exit
f: r0 = 0
exit
-- error
invalid: instruction 2: no path from the program's start leads here
remove it, or the jump or exit before it that skips it
-- linux
unreachable insn 2
