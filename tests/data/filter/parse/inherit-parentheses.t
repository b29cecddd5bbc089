A term in parentheses hands on what holds before it: 443 is tcp, not udp.
-- filter
tcp port 80 or (udp port 53 or 54) or 443
-- tree
any  [0+41]
  prim tcp - port number '80' = 80  [0+11]
  any  [16+17]
    prim udp - port number '53' = 53  [16+11]
    prim udp - port number '54' = 54  [31+2]
  prim tcp - port number '443' = 443  [38+3]
