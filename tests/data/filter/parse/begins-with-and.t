Something is missing before it.
-- filter
and tcp
-- error
1:1+3: syntax: expected a primitive such as `host NAME` or `tcp`, not 'and'
