The demo runs to its end.
-- run
examples/demo.sh skep >$T/out 2>$T/err && grep -c "^== " $T/out
-- stdout
13
-- exit
0
