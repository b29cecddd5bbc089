Bytes of packets, with constants as offsets.
-- filter
tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn and ip[2:2] > 576 and ether[ip[0] & 15 : 4] = 1
-- tree
all  [0+92]
  (tcp[13:1] & (2 | 16)) = 2  [0+44]
  ip[2:2] > 576  [49+13]
  ether[(ip[0:1] & 15):4] = 1  [67+25]
