Nothing matches everything.
-- filter
-- words
every packet
-- tree
all  [0+0]
