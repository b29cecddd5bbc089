Link-layer addresses in all their forms.
-- filter
ether host aa:bb:cc:dd:ee:ff or a-b-c-d-e-f or 1.2.3.4.5.6 or aabb.ccdd.eeff or aabbccddeeff or 001122334455
-- tree
any  [0+108]
  prim ether - host mac 'aa:bb:cc:dd:ee:ff' = aabbccddeeff  [0+28]
  prim ether - host mac 'a-b-c-d-e-f' = 0a0b0c0d0e0f  [32+11]
  prim ether - host mac '1.2.3.4.5.6' = 010203040506  [47+11]
  prim ether - host mac 'aabb.ccdd.eeff' = aabbccddeeff  [62+14]
  prim ether - host mac 'aabbccddeeff' = aabbccddeeff  [80+12]
  prim ether - host mac '001122334455' = 001122334455  [96+12]
