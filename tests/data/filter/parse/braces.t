Braces.
-- filter
{ tcp }
-- error
1:1+1: syntax: '{' means nothing in a filter expression
hint: write parentheses: `(a or b)`
