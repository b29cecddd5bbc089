A display filter.
-- filter
tcp.port == 80
-- error
1:1+8: syntax: nothing says what 'tcp.port' is
hint: write `tcp port 80`
