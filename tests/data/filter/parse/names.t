Names may hold - _ and dots.
-- filter
host a-b_c.example. or x1
-- tree
any  [0+25]
  prim - - host name 'a-b_c.example.'  [0+19]
  prim - - host name 'x1'  [23+2]
