PF.
-- filter
on en0 and ruleset abc and rnr 5 and srnr 6 and reason match and action drop and reason 99
-- tree
all  [0+90]
  word ifname 'en0'  [0+6]
  word rset 'abc'  [11+11]
  word rulenum 0x5 0x0  [27+5]
  word srnr 0x6 0x0  [37+6]
  word reason 0x0 0x0 'match'  [48+12]
  word action 0x1 0x0 'drop'  [65+11]
  word reason 0x63 0x0  [81+9]
