With a protocol and without.
-- filter
ether broadcast or ip multicast or broadcast
-- tree
any  [0+44]
  word broadcast of ether  [0+15]
  word multicast of ip  [19+12]
  word broadcast  [35+9]
