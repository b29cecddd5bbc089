Not what?
-- filter
not
-- error
1:4+1: syntax: expected a primitive such as `host NAME` or `tcp`, but the expression ends after 'not'
