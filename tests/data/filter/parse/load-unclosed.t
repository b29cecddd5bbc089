A bracket that stays open.
-- filter
ip[0 = 5
-- error
1:6+1: syntax: expected an operator or ']' for the '[' of column 3, not '='
hint: only numbers such as `len` or `ip[8]` are compared, and two at a time
