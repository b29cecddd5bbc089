A number alone.
-- filter
80
-- error
1:1+2: syntax: nothing says what '80' is
hint: put the qualifier before it: `port 80`
