Parentheses of arithmetic, of terms and of numbers.
-- filter
((5) + 3) > (2) and (len > 5) and vlan ((7))
-- tree
all  [2+42]
  (5 + 3) > 2  [2+13]
  len > 5  [21+7]
  word vlan 0x7 0x0  [34+10]
