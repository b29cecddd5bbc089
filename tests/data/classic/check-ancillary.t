Not a multiple of 4.
-- program
ld [-4095]
ret a
-- error
instruction 0: range: instruction 0 loads from offset -4095, which is SKF_AD_OFF + 1: no field of Linux
hint: ancillary fields are SKF_AD_OFF plus 0, 4, 8 ... 60 (linux/filter.h)
