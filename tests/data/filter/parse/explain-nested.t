Nesting.
-- filter
tcp port 80 and not (host 1.2.3.4 or 5.6.7.8 or not udp) and (vlan 5 or vlan)
-- words
all of:
  TCP over IPv4 (first fragments only) or IPv6, with source or destination port 80
  not:
    any of:
      IPv4, ARP or reverse ARP with source or destination address 1.2.3.4 or 5.6.7.8
      not:
        UDP over IPv4 or IPv6
  any of:
    in a VLAN with number 5; what follows looks behind its tag
    in a VLAN; what follows looks behind its tag
-- tree
all  [0+77]
  prim tcp - port number '80' = 80  [0+11]
  not  [16+40]
    any  [21+34]
      prim - - host ipv4 '1.2.3.4' = 0x1020304/32  [21+12]
      prim - - host ipv4 '5.6.7.8' = 0x5060708/32  [37+7]
      not  [48+7]
        prim udp - -  [52+3]
  any  [62+14]
    word vlan 0x5 0x0  [62+6]
    word vlan  [72+4]
