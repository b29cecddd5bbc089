Five parts are a name.
-- filter
host 1.2.3.4.5
-- tree
prim - - host name '1.2.3.4.5'  [0+14]
