Quotes are the shell's.
-- filter
"tcp port 80"
-- error
1:1+1: syntax: '"' means nothing in a filter expression
hint: quotes belong to the shell: the expression itself has none
