A DECnet area and node.
-- filter
decnet host 63.1023
-- tree
prim decnet - host ipv4 '63.1023' = 0x0/0  [0+19]
