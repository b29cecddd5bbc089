An operator the wrong way round.
-- filter
len => 5
-- error
1:6+1: syntax: expected a number, len or bytes such as ip[0], not '>'
hint: write `>=`
