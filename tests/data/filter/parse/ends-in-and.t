Something is missing.
-- filter
tcp and
-- error
1:8+1: syntax: expected a primitive such as `host NAME` or `tcp`, but the expression ends after 'and'
hint: take the last 'and' away, or write what it joins
