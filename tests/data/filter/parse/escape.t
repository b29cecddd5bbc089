Keywords as names.
-- filter
ip proto \tcp or \udp
-- tree
any  [0+21]
  prim ip - proto name 'tcp'  [0+13]
  prim ip - proto name 'udp'  [17+4]
