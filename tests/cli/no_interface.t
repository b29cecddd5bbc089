An interface that is not there.
-- run
skep filter -i nosuchif0 tcp 2>&1 | sed 's/the interfaces here are .*/.../'
-- stdout
skep: there is no interface nosuchif0: ...
-- exit
0
