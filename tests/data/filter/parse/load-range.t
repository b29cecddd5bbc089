Wireshark counts likewise, but people read a range.
-- filter
ip[12:16] = 1
-- error
1:7+2: range: 16 bytes cannot be read at once: only 1, 2 or 4
hint: [first:count] is an offset and a number of bytes, not a range; combine several reads with `and`
