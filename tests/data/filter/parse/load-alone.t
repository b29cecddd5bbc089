Arithmetic is no condition.
-- filter
tcp[tcpflags]
-- error
1:14+1: syntax: expected a comparison such as `> 0` after the arithmetic, but the expression ends after ']'
