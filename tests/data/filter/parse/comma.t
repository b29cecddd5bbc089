Commas are of another language.
-- filter
port 80,443
-- error
1:8+1: syntax: ',' means nothing in a filter expression
hint: write `or` between alternatives, as in `port 80 or 443`
