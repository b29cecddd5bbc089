not takes the next primitive alone.
-- filter
not host 1.2.3.4 and host 5.6.7.8
-- tree
all  [0+33]
  not  [0+16]
    prim - - host ipv4 '1.2.3.4' = 0x1020304/32  [4+12]
  prim - - host ipv4 '5.6.7.8' = 0x5060708/32  [21+12]
