Two to four parts.
-- filter
net 10.1 or 10.1.2 or 10.1.2.3
-- tree
any  [0+30]
  prim - - net ipv4 '10.1' = 0xa01/16  [0+8]
  prim - - net ipv4 '10.1.2' = 0xa0102/24  [12+6]
  prim - - net ipv4 '10.1.2.3' = 0xa010203/32  [22+8]
