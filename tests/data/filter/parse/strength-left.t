Equals go to the left.
-- filter
20 - 5 - 3 = 40 / 4 / 2
-- tree
((20 - 5) - 3) = ((40 / 4) / 2)  [0+23]
