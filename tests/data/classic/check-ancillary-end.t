Behind the last field.
-- program
ld [-4032]
ret a
-- error
instruction 0: range: instruction 0 loads from offset -4032, which is SKF_AD_OFF + 64: no field of Linux
hint: ancillary fields are SKF_AD_OFF plus 0, 4, 8 ... 60 (linux/filter.h)
