A link-layer address alone.
-- filter
aa:bb:cc:dd:ee:ff
-- error
1:1+17: syntax: nothing says what 'aa:bb:cc:dd:ee:ff' is
hint: put the qualifier before it: `ether host aa:bb:cc:dd:ee:ff`
