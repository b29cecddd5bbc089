A value takes over the qualifiers of the term before it.
-- filter
tcp dst port 80 or 443 and 8080
-- tree
all  [0+31]
  any  [0+22]
    prim tcp dst port number '80' = 80  [0+15]
    prim tcp dst port number '443' = 443  [19+3]
  prim tcp dst port number '8080' = 8080  [27+4]
