Not at all.
-- filter
not ! not tcp
-- tree
not  [0+13]
  not  [4+9]
    not  [6+7]
      prim tcp - -  [10+3]
