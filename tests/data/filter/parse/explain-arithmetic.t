Comparisons.
-- filter
tcp[tcpflags] & tcp-syn != 0 and ip[2:2] > 576 and ether[(ip[0] & 15) << 2 : 4] = - len % 3 and icmp6[0] >= 128 and udp[0:4] < radio[0] ^ 3 and 1 <= 2
-- words
all of:
  (byte 13 of TCP & 2) is not 0; TCP over IPv4, first fragments only
  bytes 2 to 3 of IPv4 is greater than 576
  4 bytes at ((byte 0 of IPv4 & 15) << 2) of the link layer is minus (the length modulo 3)
  byte 0 of ICMPv6 is at least 128; ICMPv6 directly behind the IPv6 header
  bytes 0 to 3 of UDP is less than (byte 0 of the radio header xor 3); UDP over IPv4, first fragments only
  1 is at most 2
-- tree
all  [0+150]
  (tcp[13:1] & 2) != 0  [0+28]
  ip[2:2] > 576  [33+13]
  ether[((ip[0:1] & 15) << 2):4] = -(len % 3)  [51+40]
  icmp6[0:1] >= 128  [96+15]
  udp[0:4] < (radio[0:1] ^ 3)  [116+23]
  1 <= 2  [144+6]
