Places count lines.
-- filter
tcp port 80
  or udp prot 53
-- error
2:10+4: syntax: expected a qualifier such as 'port', or 'and', 'or' or the end after 'udp', not 'prot'
hint: did you mean `port`?
