-dd prints C, for the link type of -y.
-- run
skep filter -dd -y RAW icmp
-- stdout
{ 0x30, 0, 0, 0x00000000 },
{ 0x54, 0, 0, 0x000000f0 },
{ 0x15, 0, 3, 0x00000040 },
{ 0x30, 0, 0, 0x00000009 },
{ 0x15, 0, 1, 0x00000001 },
{ 0x6, 0, 0, 0x00040000 },
{ 0x6, 0, 0, 0x00000000 },
-- exit
0
