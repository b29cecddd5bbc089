No such action.
-- filter
action foo
-- error
1:8+3: name: there is no PF action named 'foo'
hint: there are pass, accept, drop, block, scrub, noscrub, nat, nonat, binat, nobinat, rdr, nordr or synproxy-drop
