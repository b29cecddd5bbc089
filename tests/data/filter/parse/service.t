The name of a protocol above TCP.
-- filter
http
-- error
1:1+4: syntax: nothing says what 'http' is
hint: write `tcp port 80`
