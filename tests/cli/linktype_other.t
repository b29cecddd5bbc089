A link type that the file does not have.
-- run
skep filter -r examples/demo.pcap -y RAW ip
-- stderr
skep: -y RAW: the packets of examples/demo.pcap have link type EN10MB
-- exit
2
