Nor helpers.
-- asm
call bpf_get_prandom_u32
exit
-- error
instruction 0: calls helper 7, this run has none
helpers of a program on its own are those of its options: skep_helper_set_add
