Nothing matches everything.
-- filter
-- tree
all  [0+0]
