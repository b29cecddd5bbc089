The largest number.
-- filter
ip[0:4] = 4294967295
-- tree
ip[0:4] = 4294967295  [0+20]
