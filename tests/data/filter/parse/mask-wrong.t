A mask is an address.
-- filter
net 10.0.0.0 mask 8
-- error
1:19+1: syntax: expected a mask such as 255.255.255.0, not '8'
