An address alone.
-- filter
1.2.3.4
-- error
1:1+7: syntax: nothing says what '1.2.3.4' is
hint: put the qualifier before it: `host 1.2.3.4`
