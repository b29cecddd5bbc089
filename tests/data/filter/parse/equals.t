A qualifier is not compared.
-- filter
port = 80
-- error
1:6+1: syntax: expected a name, a number or an address, not '='
hint: the value follows directly, without `=`: `port VALUE`
