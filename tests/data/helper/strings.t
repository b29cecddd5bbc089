Functions of the kernel on texts.
-- type xdp
-- maps
out array 4 1024 1
in array 4 320 1 rdonly_prog frozen=000000000000000000000000000000000000000000000000000000000000000061000000000000000000000000000000000000000000000000000000000000006669726577616c6c000000000000000000000000000000000000000000000000666972650000000000000000000000000000000000000000000000000000000077616c6c0000000000000000000000000000000000000000000000000000000078797a7a790000000000000000000000000000000000000000000000000000006161616200000000000000000000000000000000000000000000000000000000616162000000000000000000000000000000000000000000000000000000000077616cff000000000000000000000000000000000000000000000000000000006c69666572000000000000000000000000000000000000000000000000000000
-- before
r7 = map[out][0]+0
-- after
*(u64 *)(r7 + 0) = r0
r0 = 0
exit
-- set A
a0 r1 = map[in][0]+0
a1 r1 = map[in][0]+32
a2 r1 = map[in][0]+64
a3 r1 = map[in][0]+96
a4 r1 = map[in][0]+128
a5 r1 = map[in][0]+160
a6 r1 = map[in][0]+192
a7 r1 = map[in][0]+224
a8 r1 = map[in][0]+256
a9 r1 = map[in][0]+288
-- set B
b0 r2 = map[in][0]+0
b1 r2 = map[in][0]+32
b2 r2 = map[in][0]+64
b3 r2 = map[in][0]+96
b4 r2 = map[in][0]+128
b5 r2 = map[in][0]+160
b6 r2 = map[in][0]+192
b7 r2 = map[in][0]+224
b8 r2 = map[in][0]+256
b9 r2 = map[in][0]+288
-- set SIZE
0 r3 = 0
1 r3 = 1
4 r3 = 4
8 r3 = 8
9 r3 = 9
40 r3 = 40
-- set TWO
strcmp call kfunc[bpf_strcmp]
strspn call kfunc[bpf_strspn]
strcspn call kfunc[bpf_strcspn]
strstr call kfunc[bpf_strstr]
-- table two texts: TWO A B
$A
$B
$TWO
-- table in a part: A B SIZE
$A
$B
$SIZE
call kfunc[bpf_strnstr]
-- set CHAR
0 r2 = 0
a r2 = 97
l r2 = 108
w r2 = 0x177
ff r2 = 255
-- set ONE
strchr call kfunc[bpf_strchr]
strchrnul call kfunc[bpf_strchrnul]
strrchr call kfunc[bpf_strrchr]
strlen call kfunc[bpf_strlen]
-- table characters: ONE A CHAR
$A
$CHAR
$ONE
-- set LENGTH
0 r2 = 0
1 r2 = 1
4 r2 = 4
8 r2 = 8
9 r2 = 9
40 r2 = 40
-- table lengths: A LENGTH
$A
$LENGTH
call kfunc[bpf_strnlen]
-- set PARTCHAR
0 r3 = 0
l r3 = 108
w r3 = 119
-- table characters in a part: A LENGTH PARTCHAR
$A
$LENGTH
$PARTCHAR
call kfunc[bpf_strnchr]
