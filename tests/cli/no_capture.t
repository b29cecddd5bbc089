A file that is no capture.
-- run
echo hello, this is not a capture >$T/a; cd $T; skep filter -r a
-- stderr
skep: a: the input is not a capture: unknown file format
-- exit
1
