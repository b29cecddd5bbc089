Signalling.
-- filter
lsu or sio 3 and hopc != 5
-- tree
all  [0+26]
  any  [0+12]
    word lssu  [0+3]
    word sio 0x3 0x0  [7+5]
  word hopc != 0x5 0x0  [17+9]
