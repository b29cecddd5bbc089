But a number alone may have any number of them.
-- filter
port (((80)))
-- tree
prim - - port number '80' = 80  [0+13]
