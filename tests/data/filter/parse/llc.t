LLC.
-- filter
llc or llc i or llc RNR or llc rnr or llc ua
-- tree
any  [0+44]
  word llc  [0+3]
  word llc 0x1 0x0 'i'  [7+5]
  word llc 0x4 0x5 'RNR'  [16+7]
  word llc 0x4 0x5 'rnr'  [27+7]
  word llc 0x5 0x63 'ua'  [38+6]
