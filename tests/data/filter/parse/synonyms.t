Six words for the link layer.
-- filter
ppp src 1 or slip src 2 or fddi src 3 or tr src 4 or wlan src 5 or link src 6
-- tree
any  [0+77]
  prim ether src - number '1' = 1  [0+9]
  prim ether src - number '2' = 2  [13+10]
  prim ether src - number '3' = 3  [27+10]
  prim ether src - number '4' = 4  [41+8]
  prim ether src - number '5' = 5  [53+10]
  prim ether src - number '6' = 6  [67+10]
