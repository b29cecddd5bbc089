A loopback capture from a machine of the other byte order: its address family is in its own order.
-- run
python3 -c 'import sys, struct; frame = bytes([0x00, 0x00, 0x00, 2]) + bytes([0x45]) + bytes(19); sys.stdout.buffer.write(struct.pack(">IHHiIII", 0xa1b2c3d4, 2, 4, 0, 0, 65535, 0) + struct.pack(">IIII", 1, 2, len(frame), len(frame)) + frame)' >$T/null.pcap; skep filter -r $T/null.pcap --count ip; skep filter -r $T/null.pcap --count ip6; skep filter --count ip <$T/null.pcap -r -
-- stdout
1
0
1
-- exit
0
