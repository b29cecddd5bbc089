Minus binds strongest, but not as strong as %.
-- filter
- 5 + - - 6 * 2 > - len % 3
-- tree
(-5 + (--6 * 2)) > -(len % 3)  [0+27]
