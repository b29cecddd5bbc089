Zeros in front make octal numbers, but not in addresses.
-- filter
port 010 and host 010.1.1.1
-- tree
all  [0+27]
  prim - - port number '010' = 8  [0+8]
  prim - - host ipv4 '010.1.1.1' = 0xa010101/32  [13+14]
