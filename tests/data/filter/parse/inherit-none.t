A protocol alone has nothing to hand on.
-- filter
tcp or 80
-- error
1:8+2: syntax: nothing says what '80' is
hint: put the qualifier before it: `port 80`
