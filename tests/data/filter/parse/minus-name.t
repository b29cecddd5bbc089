A name may hold a minus.
-- filter
len-4 > 5
-- error
1:1+5: syntax: nothing says what 'len-4' is
hint: put spaces around the `-`: a name may contain one, so `len-4` is a single name
