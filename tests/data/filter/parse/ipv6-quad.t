It ends in something that is not IPv4.
-- filter
host ::1.2.3.400
-- error
1:6+11: range: '::1.2.3.400' is not an IPv6 address: what it ends in is not an IPv4 address
