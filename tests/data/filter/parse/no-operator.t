One too few.
-- filter
tcp udp
-- error
1:5+3: syntax: expected a qualifier such as 'port', or 'and', 'or' or the end after 'tcp', not 'udp'
hint: join what is asked with `and` or `or`: `... and udp`
