-F reads the expression from a file.
-- run
cd $T; echo 'udp port 53' >f; skep filter -r $OLDPWD/examples/demo.pcap -F f --count; skep filter -d -F f udp; skep filter -F none -d
-- stdout
9
-- stderr
skep: -F f and 'udp': the expression comes from a file or from the command line
skep: the expression: cannot open none: No such file or directory
-- exit
1
