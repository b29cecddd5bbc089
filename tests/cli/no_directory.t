Output that cannot be created.
-- run
skep filter -r examples/demo.pcap -w /nonexistent/a
-- stderr
skep: cannot create /nonexistent/a: No such file or directory
-- exit
1
