Addresses of every kind.
-- filter
host 192.0.2.1 or src net 10.0.0.0/8 and dst net 172.16 or net 10 or ip6 host ::1 or ether src aa:bb:cc:dd:ee:ff or arp src host 1.2.3.4 or host localhost or net 192.0.2.0 mask 255.255.255.0 or wlan ra aa:bb:cc:dd:ee:ff or gateway gw
-- words
any of:
  all of:
    any of:
      IPv4, ARP or reverse ARP with source or destination address 192.0.2.1
      IPv4, ARP or reverse ARP with source network 10.0.0.0/8
    IPv4, ARP or reverse ARP with destination network 172.16.0.0/16
  IPv4, ARP or reverse ARP with source or destination network 10.0.0.0/8
  IPv6 with source or destination address ::1
  a frame with source address aa:bb:cc:dd:ee:ff
  ARP with sender address 1.2.3.4
  IPv4, ARP, reverse ARP or IPv6 with source or destination address 'localhost'
  IPv4, ARP or reverse ARP with source or destination network 192.0.2.0 under the mask 255.255.255.0
  a frame with 802.11 receiver address aa:bb:cc:dd:ee:ff
  passed on by a gateway (from or to its link-layer address, but not its IPv4 address): 'gw'
-- tree
any  [0+233]
  all  [0+55]
    any  [0+36]
      prim - - host ipv4 '192.0.2.1' = 0xc0000201/32  [0+14]
      prim - src net ipv4 '10.0.0.0' = 0xa000000/32 / 8  [18+18]
    prim - dst net ipv4 '172.16' = 0xac10/16  [41+14]
  prim - - net number '10' = 10  [59+6]
  prim ip6 - host ipv6 '::1' = 00000000000000000000000000000001  [69+12]
  prim ether src - mac 'aa:bb:cc:dd:ee:ff' = aabbccddeeff  [85+27]
  prim arp src host ipv4 '1.2.3.4' = 0x1020304/32  [116+20]
  prim - - host name 'localhost'  [140+14]
  prim - - net ipv4 '192.0.2.0' = 0xc0000200/32 mask 0xffffff00/32  [158+32]
  prim ether ra - mac 'aa:bb:cc:dd:ee:ff' = aabbccddeeff  [194+25]
  prim - - gateway name 'gw'  [223+10]
