One too many.
-- filter
tcp and or udp
-- error
1:9+2: syntax: expected a primitive such as `host NAME` or `tcp`, not 'or'
