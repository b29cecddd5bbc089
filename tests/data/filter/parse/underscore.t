A name does not end in one.
-- filter
host foo_
-- error
1:9+1: syntax: '_' means nothing in a filter expression
hint: a name does not begin or end in `_`
