Nothing in them.
-- filter
()
-- error
1:2+1: syntax: expected a primitive such as `host NAME` or `tcp`, not ')'
