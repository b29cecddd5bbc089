A name alone.
-- filter
www.example.com
-- error
1:1+15: syntax: nothing says what 'www.example.com' is
hint: write `host www.example.com`, `net www.example.com` or `port www.example.com`
