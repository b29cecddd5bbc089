C-like strength.
-- filter
1 + 2 * 3 << 4 & 5 | 6 = 7
-- tree
((((1 + (2 * 3)) << 4) & 5) | 6) = 7  [0+26]
