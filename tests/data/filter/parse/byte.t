The old way to look at bytes.
-- filter
byte 0 = 5 and byte 1 == 5 and byte 2 < 5 and byte 3 & 0x80
-- tree
all  [0+59]
  word byte = 0x0 0x5  [0+10]
  word byte = 0x1 0x5  [15+11]
  word byte < 0x2 0x5  [31+10]
  word byte & 0x3 0x80  [46+13]
