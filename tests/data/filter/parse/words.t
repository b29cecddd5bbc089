Operators have two spellings.
-- filter
tcp && not udp || ! icmp
-- tree
any  [0+24]
  all  [0+14]
    prim tcp - -  [0+3]
    not  [7+7]
      prim udp - -  [11+3]
  not  [18+6]
    prim icmp - -  [20+4]
