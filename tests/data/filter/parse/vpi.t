A list of circuits.
-- filter
vpi (1 or 2 or 3) and vci > 5 and vci 7
-- tree
all  [5+34]
  any  [5+12]
    word vpi 0x1 0x0  [5+1]
    word vpi 0x2 0x0  [10+1]
    word vpi 0x3 0x0  [15+1]
  word vci > 0x5 0x0  [22+7]
  word vci 0x7 0x0  [34+5]
