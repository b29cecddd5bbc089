A number after a protocol.
-- filter
tcp 80
-- error
1:5+2: syntax: expected a qualifier such as 'port', or 'and', 'or' or the end after 'tcp', not '80'
hint: say what the value is: `tcp port 80`
