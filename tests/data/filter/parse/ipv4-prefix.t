A prefix over 32.
-- filter
net 10.0.0.0/33
-- error
1:14+2: range: the prefix length 33 is larger than the 32 bits of an IPv4 address
