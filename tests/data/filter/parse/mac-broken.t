Broken off.
-- filter
ether host aa:bb:cc
-- error
1:12+8: syntax: 'aa:bb:cc' is neither a link-layer address nor an IPv6 address
hint: a link-layer address has six groups, aa:bb:cc:dd:ee:ff; an IPv6 address has eight, or :: in the place of those that are 0
