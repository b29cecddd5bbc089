Comparisons do not chain.
-- filter
1 < len < 5
-- error
1:9+1: syntax: expected 'and', 'or' or the end after 'len', not '<'
hint: only numbers such as `len` or `ip[8]` are compared, and two at a time
