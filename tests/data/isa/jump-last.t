The last instruction is a jump back to where the exit is.
-- asm
goto last
end:
r0 += 1
exit
last:
r0 = 4
goto end
-- result
0x5
