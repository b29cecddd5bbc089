A misspelt constant.
-- filter
tcp[tcpflag] = 2
-- error
1:5+7: syntax: expected a number, len or bytes such as ip[0], not 'tcpflag'
hint: did you mean `tcpflags`?
