A number, not a computation.
-- filter
less (5)
-- error
1:6+1: syntax: expected a number after 'less', not '('
