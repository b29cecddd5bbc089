An address after a protocol.
-- filter
ip 1.2.3.4
-- error
1:4+7: syntax: expected a qualifier such as 'port', or 'and', 'or' or the end after 'ip', not '1.2.3.4'
hint: say what the value is: `ip host 1.2.3.4`
