What PROG_TEST_RUN checks of its arguments, and what it answers.
-- type sched_cls
-- case a program that does nothing
r0 = 7
exit
-- try udp4
0, retval 7
data 50 bytes, as they were
-- try udp4 wants_context
0, retval 7
data 50 bytes, as they were
context 192 bytes: 40=1 160=32
-- try udp4/13
-22, retval 0
-- try udp4/14
-22, retval 0
-- try udp4/15
-22, retval 0
-- try udp4/3712
0, retval 7
data 3712 bytes, as they were
-- try udp4/3713
-22, retval 0
-- try none
-22, retval 0
-- try udp4 data_out=20
-28, retval 7
data 50 bytes: 0000000000000a0b0c0d0e0f080045000024abcd
-- try udp4 wants_context context_out=20
-28, retval 7
data 50 bytes, as they were
context 192 bytes:
-- try udp4 flags=1
-22, retval 0
-- try udp4 flags=2
-22, retval 0
-- try udp4 flags=4
0, retval 7
data 50 bytes, as they were
-- try udp4 flags=8
-22, retval 0
-- try udp4 cpu=1
-22, retval 0
-- try udp4 batch=1
-22, retval 0
-- try udp4 repeat=3
0, retval 7
data 50 bytes, as they were
-- try udp4 no_data_out
0, retval 7
data 50 bytes
-- try udp4 8=5
0, retval 7
data 50 bytes, as they were
context 192 bytes: 8=5 40=1 160=32
-- try udp4 8=5 context_size=192
0, retval 7
data 50 bytes, as they were
context 192 bytes: 8=5 40=1 160=32
-- try udp4 0=1
-22, retval 0
-- try udp4 4=1
-22, retval 0
-- try udp4 12=1
-22, retval 0
-- try udp4 16=1
-22, retval 0
-- try udp4 32=2
0, retval 7
data 50 bytes, as they were
context 192 bytes: 32=2 40=1 160=32
-- try udp4 36=2
0, retval 7
data 50 bytes, as they were
context 192 bytes: 36=2 40=1 160=32
-- try udp4 40=2
-19, retval 0
-- try udp4 40=1
0, retval 7
data 50 bytes, as they were
context 192 bytes: 40=1 160=32
-- try udp4 44=1
-22, retval 0
-- try udp4 48=1 52=2 56=3 60=4 64=5
0, retval 7
data 50 bytes, as they were
context 192 bytes: 40=1 48=1 52=2 56=3 60=4 64=5 160=32
-- try udp4 68=1
-22, retval 0
-- try udp4 72=1
-22, retval 0
-- try udp4 152=7 156=9
0, retval 7
data 50 bytes, as they were
context 192 bytes: 40=1 152=7 156=9 160=32
-- try udp4 160=49
-22, retval 0
-- try udp4 160=50
0, retval 7
data 50 bytes, as they were
context 192 bytes: 40=1 160=32
-- try udp4 160=51
0, retval 7
data 50 bytes, as they were
context 192 bytes: 40=1 160=33
-- try udp4 160=65536
0, retval 7
data 50 bytes, as they were
context 192 bytes: 40=1 160=10000
-- try udp4 160=65537
-22, retval 0
-- try udp4 164=65535
0, retval 7
data 50 bytes, as they were
context 192 bytes: 40=1 160=32 164=ffff
-- try udp4 164=65536
-22, retval 0
-- try udp4 168=1
-22, retval 0
-- try udp4 176=1
0, retval 7
data 50 bytes, as they were
context 192 bytes: 40=1 160=32 176=1
-- try udp4 176=100000
0, retval 7
data 50 bytes, as they were
context 192 bytes: 40=1 160=32 176=186a0
-- try udp4 180=1
-22, retval 0
-- try udp4 184=1
0, retval 7
data 50 bytes, as they were
context 192 bytes: 40=1 160=32 184=1
-- try udp4 188=1
0, retval 7
data 50 bytes, as they were
context 192 bytes: 40=1 160=32 188=1
-- try udp4 192=0
0, retval 7
data 50 bytes, as they were
context 192 bytes: 40=1 160=32
-- try udp4 192=1
-7, retval 0
