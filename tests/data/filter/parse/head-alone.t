A head without a value.
-- filter
tcp src port
-- error
1:13+1: syntax: expected a name, a number or an address, but the expression ends after 'port'
