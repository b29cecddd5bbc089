Lengths.
-- filter
less 100 or greater 200 or len > 5 or length = 6
-- tree
any  [0+48]
  word less 0x64 0x0  [0+8]
  word greater 0xc8 0x0  [12+11]
  len > 5  [27+7]
  len = 6  [38+10]
