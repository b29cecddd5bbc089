Eight frames are all there are.
-- asm
again: call again
exit
-- error
instruction 0: a local call past the limit of 8 frames
