Types, subtypes, directions.
-- filter
type mgt subtype beacon or subtype ack or wlan type DATA or dir tods or type 8 subtype 0x80
-- tree
any  [0+91]
  word subtype 0x80 0xfc 'beacon'  [0+23]
  word subtype 0xd4 0xfc 'ack'  [27+11]
  word type of ether 0x8 0xc 'DATA'  [42+14]
  word dir 0x1 0x0 'tods'  [60+8]
  word subtype 0x88 0xfc  [72+19]
