Only whole registers are loaded.
-- filter
ip[0:3] = 5
-- error
1:6+1: range: 3 bytes cannot be read at once: only 1, 2 or 4
hint: [first:count] is an offset and a number of bytes, not a range; combine several reads with `and`
