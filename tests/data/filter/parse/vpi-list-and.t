Only or joins them.
-- filter
vpi (1 and 2)
-- error
1:8+3: syntax: expected 'or' or ')' in a list of numbers, not 'and'
