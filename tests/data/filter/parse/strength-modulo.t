Modulo takes all at its right.
-- filter
len / 4 % 3 + 1 = 2 % 3 % 4
-- tree
(len / (4 % (3 + 1))) = (2 % (3 % 4))  [0+27]
