The input is not overwritten.
-- run
cp examples/demo.pcap $T/a; cd $T; skep filter -r a -w a; cmp a $OLDPWD/examples/demo.pcap
-- stderr
skep: a is both input and output: write to another file and rename it afterwards
-- exit
0
