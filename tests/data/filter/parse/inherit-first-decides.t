What stands first in parentheses decides that all are values.
-- filter
tcp port 80 or (443 or udp port 53)
-- error
1:24+3: syntax: expected a name, a number or an address, not 'udp'
