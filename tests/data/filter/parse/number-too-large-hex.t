Seventeen digits.
-- filter
len > 0x10000000000000000
-- error
1:7+19: range: the number 0x10000000000000000 is larger than 4294967295, the largest there is
