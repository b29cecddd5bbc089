A prefix over 128.
-- filter
net 2001:db8::/129
-- error
1:16+3: range: the prefix length 129 is larger than the 128 bits of an IPv6 address
