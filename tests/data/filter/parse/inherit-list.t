A list of values behind a head.
-- filter
src host (10.1.1.1 or 10.1.1.2 and not 10.1.1.3)
-- tree
all  [0+48]
  any  [10+20]
    prim - src host ipv4 '10.1.1.1' = 0xa010101/32  [10+8]
    prim - src host ipv4 '10.1.1.2' = 0xa010102/32  [22+8]
  not  [35+12]
    prim - src host ipv4 '10.1.1.3' = 0xa010103/32  [39+8]
