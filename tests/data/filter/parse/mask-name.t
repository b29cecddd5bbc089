Only an address has a mask.
-- filter
net foo/24
-- error
1:8+1: syntax: expected 'and', 'or' or the end after 'foo', not '/'
hint: a prefix length follows a dotted or IPv6 address: `net 10.0.0.0/8`
