A misspelt qualifier.
-- filter
udp prot 53
-- error
1:5+4: syntax: expected a qualifier such as 'port', or 'and', 'or' or the end after 'udp', not 'prot'
hint: did you mean `port`?
