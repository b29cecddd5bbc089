Zones are not in packets.
-- filter
host fe80::1%eth0
-- error
1:13+1: syntax: expected 'and', 'or' or the end after 'fe80::1', not '%'
hint: the zone of an address (`%eth0`) is not in packets: leave it away
