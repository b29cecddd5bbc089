One more.
-- filter
ip[0:4] = 4294967296
-- error
1:11+10: range: the number 4294967296 is larger than 4294967295, the largest there is
