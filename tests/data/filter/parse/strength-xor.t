And so does exclusive or.
-- filter
1 & 2 ^ 3 & 4 = 5
-- tree
(1 & (2 ^ (3 & 4))) = 5  [0+17]
