Optional numbers.
-- filter
vlan and vlan 5 and mpls (6) and pppoes and pppoes 7 and geneve 8 and pppoed
-- tree
all  [0+76]
  word vlan  [0+4]
  word vlan 0x5 0x0  [9+6]
  word mpls 0x6 0x0  [20+8]
  word pppoes  [33+6]
  word pppoes 0x7 0x0  [44+8]
  word geneve 0x8 0x0  [57+8]
  word pppoed  [70+6]
