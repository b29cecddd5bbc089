Parentheses at the start have nothing before them.
-- filter
(tcp port 80) or 443
-- error
1:18+3: syntax: nothing says what '443' is
hint: put the qualifier before it: `port 443`
