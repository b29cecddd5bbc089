White space is nothing.
-- filter
-- tree
all  [0+0]
