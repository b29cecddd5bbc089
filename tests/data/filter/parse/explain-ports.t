Ports: a run of values shares a line.
-- filter
tcp dst port 80 or 443 or 8080 or udp portrange 1000-2000 or port domain
-- words
any of:
  TCP over IPv4 (first fragments only) or IPv6, with destination port 80, 443 or 8080
  UDP over IPv4 (first fragments only) or IPv6, with source or destination port in '1000-2000'
  TCP, UDP or SCTP over IPv4 (first fragments only) or IPv6, with source or destination port 'domain'
-- tree
any  [0+72]
  prim tcp dst port number '80' = 80  [0+15]
  prim tcp dst port number '443' = 443  [19+3]
  prim tcp dst port number '8080' = 8080  [26+4]
  prim udp - portrange name '1000-2000'  [34+23]
  prim - - port name 'domain'  [61+11]
