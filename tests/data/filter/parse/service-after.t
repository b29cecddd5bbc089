The same after an operator.
-- filter
host 1.2.3.4 and dns
-- tree
all  [0+20]
  prim - - host ipv4 '1.2.3.4' = 0x1020304/32  [0+12]
  prim - - host name 'dns'  [17+3]
