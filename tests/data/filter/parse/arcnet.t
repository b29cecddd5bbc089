ARCNET.
-- filter
link host $a or $1f
-- tree
any  [0+19]
  prim ether - host arcnet '$a' = 0a  [0+12]
  prim ether - host arcnet '$1f' = 1f  [16+3]
