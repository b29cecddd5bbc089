Masks in both forms.
-- filter
net 10.0.0.0/8 or 192.168.0.0 mask 255.255.0.0 or 1.2/0x10
-- tree
any  [0+58]
  prim - - net ipv4 '10.0.0.0' = 0xa000000/32 / 8  [0+14]
  prim - - net ipv4 '192.168.0.0' = 0xc0a80000/32 mask 0xffff0000/32  [18+28]
  prim - - net ipv4 '1.2' = 0x102/16 / 16  [50+8]
