The same direction twice.
-- filter
src and src port 80
-- error
1:9+3: syntax: expected 'dst' after 'src and', not 'src'
