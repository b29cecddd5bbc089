Runs of one operator are one node; and and or are equally strong.
-- filter
tcp or udp or icmp and ip and ip6 or arp
-- tree
any  [0+40]
  all  [0+33]
    any  [0+18]
      prim tcp - -  [0+3]
      prim udp - -  [7+3]
      prim icmp - -  [14+4]
    prim ip - -  [23+2]
    prim ip6 - -  [30+3]
  prim arp - -  [37+3]
