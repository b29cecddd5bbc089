Another.
-- filter
ip.addr==192.0.2.7 and tcp
-- error
1:1+7: syntax: nothing says what 'ip.addr' is
hint: write `host 192.0.2.7`
