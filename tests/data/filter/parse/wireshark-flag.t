A flag.
-- filter
tcp.flags.syn == 1
-- error
1:1+13: syntax: nothing says what 'tcp.flags.syn' is
hint: write `tcp[tcpflags] & tcp-syn != 0`
