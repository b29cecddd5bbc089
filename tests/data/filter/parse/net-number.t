A prefix length needs dots before it.
-- filter
net 10/8
-- error
1:7+1: syntax: expected 'and', 'or' or the end after '10', not '/'
hint: a prefix length follows a dotted or IPv6 address: `net 10.0.0.0/8`
