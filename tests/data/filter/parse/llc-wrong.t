No such frames.
-- filter
llc foo
-- error
1:5+3: name: there is no LLC type named 'foo'
hint: there are i, s and u; rr, rnr and rej; ui, ua, disc, dm, sabme, test, xid and frmr
