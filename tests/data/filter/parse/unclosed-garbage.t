Something else instead.
-- filter
(tcp port 80 udp)
-- error
1:14+3: syntax: expected 'and', 'or' or ')' for the '(' of column 1, not 'udp'
hint: join what is asked with `and` or `or`: `... and udp`
