Two directions.
-- filter
src or dst port 80 and dst and src host 1.2.3.4
-- tree
all  [0+47]
  prim - src-or-dst port number '80' = 80  [0+18]
  prim - src-and-dst host ipv4 '1.2.3.4' = 0x1020304/32  [23+24]
