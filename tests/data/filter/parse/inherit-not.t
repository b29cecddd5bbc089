Also behind not, and not is handed on with its value.
-- filter
host 1.2.3.4 and not 5.6.7.8
-- tree
all  [0+28]
  prim - - host ipv4 '1.2.3.4' = 0x1020304/32  [0+12]
  not  [17+11]
    prim - - host ipv4 '5.6.7.8' = 0x5060708/32  [21+7]
