Packets: which tests against the packet's end prove which bytes, and what makes pointers lose it.
-- type xdp
-- before
r6 = r1
r7 = *(u32 *)(r1 + 0)
r8 = *(u32 *)(r1 + 4)
-- after
r0 = 0
exit
-- set ADD
0    r2 += 0
1    r2 += 1
8    r2 += 8
14   r2 += 14
-8   r2 += -8
-- set TEST
p>e    if r2 > r8 goto +1
p>=e   if r2 >= r8 goto +1
p<e    if r2 < r8 goto +1; goto +1
p<=e   if r2 <= r8 goto +1; goto +1
e>p    if r8 > r2 goto +1; goto +1
e>=p   if r8 >= r2 goto +1; goto +1
e<p    if r8 < r2 goto +1
e<=p   if r8 <= r2 goto +1
p==e   if r2 != r8 goto +1
p!=e   if r2 == r8 goto +1
sgt    if r2 s> r8 goto +1
w>     if w2 > w8 goto +1
other> if r2 > r8 goto +1; goto +1
other<  if r2 < r8 goto +1
-- set GET
0_1   r0 = *(u8 *)(r7 + 0)
0_8   r0 = *(u64 *)(r7 + 0)
1_8   r0 = *(u64 *)(r7 + 1)
6_8   r0 = *(u64 *)(r7 + 6)
8_1   r0 = *(u8 *)(r7 + 8)
13_2  r0 = *(u16 *)(r7 + 13)
14_1  r0 = *(u8 *)(r7 + 14)
-1_1  r0 = *(u8 *)(r7 - 1)
-- table a test and an access: ADD TEST GET
r2 = r7
$ADD
$TEST
$GET
-- expect
          0_1             0_8             1_8             6_8             8_1             13_2            14_1            -1_1
0/p>e     packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
0/p>=e    packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
0/p<e     packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7
0/p<=e    packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7
0/e>p     packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7
0/e>=p    packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7
0/e<p     packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
0/e<=p    packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
0/p==e    packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
0/p!=e    packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
0/sgt     packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
0/w>      packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
0/other>  packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7
0/other<  packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
1/p>e     ok              packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
1/p>=e    ok              packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
1/p<e     ok              packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7
1/p<=e    ok              packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7
1/e>p     ok              packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7
1/e>=p    ok              packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7
1/e<p     ok              packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
1/e<=p    ok              packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
1/p==e    packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
1/p!=e    packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
1/sgt     packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
1/w>      packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
1/other>  packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7
1/other<  packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
8/p>e     ok              ok              packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
8/p>=e    ok              ok              ok              packet-bounds@6 ok              packet-bounds@6 packet-bounds@6 packet-bounds@6
8/p<e     ok              ok              ok              packet-bounds@7 ok              packet-bounds@7 packet-bounds@7 packet-bounds@7
8/p<=e    ok              ok              packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7
8/e>p     ok              ok              ok              packet-bounds@7 ok              packet-bounds@7 packet-bounds@7 packet-bounds@7
8/e>=p    ok              ok              packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7
8/e<p     ok              ok              packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
8/e<=p    ok              ok              ok              packet-bounds@6 ok              packet-bounds@6 packet-bounds@6 packet-bounds@6
8/p==e    packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
8/p!=e    packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
8/sgt     packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
8/w>      packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
8/other>  packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7
8/other<  packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
14/p>e    ok              ok              ok              ok              ok              packet-bounds@6 packet-bounds@6 packet-bounds@6
14/p>=e   ok              ok              ok              ok              ok              ok              ok              packet-bounds@6
14/p<e    ok              ok              ok              ok              ok              ok              ok              packet-bounds@7
14/p<=e   ok              ok              ok              ok              ok              packet-bounds@7 packet-bounds@7 packet-bounds@7
14/e>p    ok              ok              ok              ok              ok              ok              ok              packet-bounds@7
14/e>=p   ok              ok              ok              ok              ok              packet-bounds@7 packet-bounds@7 packet-bounds@7
14/e<p    ok              ok              ok              ok              ok              packet-bounds@6 packet-bounds@6 packet-bounds@6
14/e<=p   ok              ok              ok              ok              ok              ok              ok              packet-bounds@6
14/p==e   packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
14/p!=e   packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
14/sgt    packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
14/w>     packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
14/other> packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7
14/other< packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
-8/p>e    packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
-8/p>=e   packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
-8/p<e    packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7
-8/p<=e   packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7
-8/e>p    packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7
-8/e>=p   packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7
-8/e<p    packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
-8/e<=p   packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
-8/p==e   packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
-8/p!=e   packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
-8/sgt    packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
-8/w>     packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
-8/other> packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7 packet-bounds@7
-8/other< packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6 packet-bounds@6
-- set VAR
u8        r3 = *(u8 *)(r7 + 0)
u16       r3 = *(u16 *)(r7 + 0)
u32       r3 = *(u32 *)(r7 + 0)
u64       r3 = *(u64 *)(r7 + 0)
and_15    r3 = *(u64 *)(r7 + 0); r3 &= 15
and_65535 r3 = *(u64 *)(r7 + 0); r3 &= 65535
and_65534 r3 = *(u64 *)(r7 + 0); r3 &= 65527
times_4   r3 = *(u8 *)(r7 + 0); r3 &= 15; r3 <<= 2
s8        r3 = *(s8 *)(r7 + 0)
lt        r3 = *(u32 *)(r7 + 0); if r3 > 100 goto +7
minus     r3 = *(u8 *)(r7 + 0); r3 -= 10
-- set AFTER_VAR
0_1       r0 = *(u8 *)(r4 + 0)
0_8       r0 = *(u64 *)(r4 + 0)
7_1       r0 = *(u8 *)(r4 + 7)
8_1       r0 = *(u8 *)(r4 + 8)
-1_1      r0 = *(u8 *)(r4 - 1)
base      r0 = *(u8 *)(r7 + 8)
store     *(u16 *)(r4 + 2) = 7
-- table a variable offset: VAR AFTER_VAR
r2 = r7
r2 += 8
if r2 > r8 goto out
$VAR
r4 = r7
r4 += r3
r2 = r4
r2 += 8
if r2 > r8 goto out
$AFTER_VAR
r0 = 0
exit
out: r0 = 0
exit
-- expect
          0_1        0_8        7_1        8_1        -1_1       base       store
u8        invalid@17 invalid@17 invalid@17 invalid@17 invalid@17 invalid@17 invalid@17
u16       invalid@17 invalid@17 invalid@17 invalid@17 invalid@17 invalid@17 invalid@17
u32       invalid@17 invalid@17 invalid@17 invalid@17 invalid@17 invalid@17 invalid@17
u64       invalid@17 invalid@17 invalid@17 invalid@17 invalid@17 invalid@17 invalid@17
and_15    invalid@18 invalid@18 invalid@18 invalid@18 invalid@18 invalid@18 invalid@18
and_65535 invalid@18 invalid@18 invalid@18 invalid@18 invalid@18 invalid@18 invalid@18
and_65534 invalid@18 invalid@18 invalid@18 invalid@18 invalid@18 invalid@18 invalid@18
times_4   invalid@19 invalid@19 invalid@19 invalid@19 invalid@19 invalid@19 invalid@19
s8        invalid@17 invalid@17 invalid@17 invalid@17 invalid@17 invalid@17 invalid@17
lt        invalid@18 invalid@18 invalid@18 invalid@18 invalid@18 invalid@18 invalid@18
minus     invalid@18 invalid@18 invalid@18 invalid@18 invalid@18 invalid@18 invalid@18
-- table two variable offsets: VAR AFTER_VAR
r2 = r7
r2 += 8
if r2 > r8 goto out
$VAR
r4 = r7
r4 += 14
r4 += r3
r4 += r3
r2 = r4
r2 += 8
if r2 > r8 goto out
$AFTER_VAR
r0 = 0
exit
out: r0 = 0
exit
-- expect
          0_1        0_8        7_1        8_1        -1_1       base       store
u8        invalid@19 invalid@19 invalid@19 invalid@19 invalid@19 invalid@19 invalid@19
u16       invalid@19 invalid@19 invalid@19 invalid@19 invalid@19 invalid@19 invalid@19
u32       invalid@19 invalid@19 invalid@19 invalid@19 invalid@19 invalid@19 invalid@19
u64       invalid@19 invalid@19 invalid@19 invalid@19 invalid@19 invalid@19 invalid@19
and_15    invalid@20 invalid@20 invalid@20 invalid@20 invalid@20 invalid@20 invalid@20
and_65535 invalid@20 invalid@20 invalid@20 invalid@20 invalid@20 invalid@20 invalid@20
and_65534 invalid@20 invalid@20 invalid@20 invalid@20 invalid@20 invalid@20 invalid@20
times_4   invalid@21 invalid@21 invalid@21 invalid@21 invalid@21 invalid@21 invalid@21
s8        invalid@19 invalid@19 invalid@19 invalid@19 invalid@19 invalid@19 invalid@19
lt        invalid@20 invalid@20 invalid@20 invalid@20 invalid@20 invalid@20 invalid@20
minus     invalid@20 invalid@20 invalid@20 invalid@20 invalid@20 invalid@20 invalid@20
-- table the offset is added after the test: VAR AFTER_VAR
r2 = r7
r2 += 300
if r2 > r8 goto out
$VAR
r4 = r7
r4 += r3
$AFTER_VAR
r0 = 0
exit
out: r0 = 0
exit
-- expect
          0_1              0_8              7_1              8_1              -1_1             base       store
u8        invalid@14       invalid@14       invalid@14       invalid@14       invalid@14       invalid@14 invalid@14
u16       invalid@14       invalid@14       invalid@14       invalid@14       invalid@14       invalid@14 invalid@14
u32       invalid@14       invalid@14       invalid@14       invalid@14       invalid@14       invalid@14 invalid@14
u64       invalid@14       invalid@14       invalid@14       invalid@14       invalid@14       invalid@14 invalid@14
and_15    invalid@15       invalid@15       invalid@15       invalid@15       invalid@15       invalid@15 invalid@15
and_65535 invalid@15       invalid@15       invalid@15       invalid@15       invalid@15       invalid@15 invalid@15
and_65534 invalid@15       invalid@15       invalid@15       invalid@15       invalid@15       invalid@15 invalid@15
times_4   invalid@16       invalid@16       invalid@16       invalid@16       invalid@16       invalid@16 invalid@16
s8        invalid@14       invalid@14       invalid@14       invalid@14       invalid@14       invalid@14 invalid@14
lt        packet-bounds@10 packet-bounds@10 packet-bounds@10 packet-bounds@10 packet-bounds@10 ok         packet-bounds@10
minus     invalid@15       invalid@15       invalid@15       invalid@15       invalid@15       invalid@15 invalid@15
-- set HOW
copy     r4 = r2
plus     r4 = r2; r4 += 4; r4 -= 4
spill    *(u64 *)(r10 - 8) = r2; r4 = *(u64 *)(r10 - 8)
minus    r4 = r7; r4 += 8
sub      r4 = r2; r4 -= 0
reload   r4 = *(u32 *)(r6 + 0)
-- set DID
nothing     r9 = 0
ktime       call bpf_ktime_get_ns
random      call bpf_get_prandom_u32
adjust_head r1 = r6; r2 = 0; call bpf_xdp_adjust_head
adjust_meta r1 = r6; r2 = 0; call bpf_xdp_adjust_meta
adjust_tail r1 = r6; r2 = 0; call bpf_xdp_adjust_tail
redirect    r1 = 1; r2 = 0; call bpf_redirect
load_bytes  r1 = r6; r2 = 0; r3 = r10; r3 += -8; r4 = 8; call bpf_xdp_load_bytes
-- table what calls make of packet pointers: DID HOW
r2 = r7
r2 += 8
if r2 > r8 goto out
*(u64 *)(r10 - 16) = r7
$DID
r7 = *(u64 *)(r10 - 16)
r0 = *(u8 *)(r7 + 0)
r0 = 0
exit
out: r0 = 0
exit
-- expect
            copy       plus       spill      minus      sub        reload
nothing     invalid@14 invalid@14 invalid@14 invalid@14 invalid@14 invalid@14
ktime       invalid@14 invalid@14 invalid@14 invalid@14 invalid@14 invalid@14
random      invalid@14 invalid@14 invalid@14 invalid@14 invalid@14 invalid@14
adjust_head invalid@16 invalid@16 invalid@16 invalid@16 invalid@16 invalid@16
adjust_meta invalid@16 invalid@16 invalid@16 invalid@16 invalid@16 invalid@16
adjust_tail invalid@16 invalid@16 invalid@16 invalid@16 invalid@16 invalid@16
redirect    invalid@16 invalid@16 invalid@16 invalid@16 invalid@16 invalid@16
load_bytes  invalid@19 invalid@19 invalid@19 invalid@19 invalid@19 invalid@19
-- set MOVE
same       r9 = r2
+8         r9 = r2; r9 += 8
-8         r9 = r2; r9 += -8
sub_8      r9 = r2; r9 -= 8
+any       r9 = r2; r5 = *(u8 *)(r7 + 0); r9 += r5
-any       r9 = r2; r5 = *(u8 *)(r7 + 0); r9 -= r5
-- set AT
-8   r0 = *(u8 *)(r9 - 8)
-1   r0 = *(u8 *)(r9 - 1)
0    r0 = *(u8 *)(r9 + 0)
7    r0 = *(u8 *)(r9 + 7)
-- table what becomes of a proven pointer: MOVE AT
r2 = r7
r2 += 8
if r2 > r8 goto out
$MOVE
$AT
out: r0 = 0
exit
-- expect
      -8         -1         0          7
same  invalid@10 invalid@10 invalid@10 invalid@10
+8    invalid@11 invalid@11 invalid@11 invalid@11
-8    invalid@11 invalid@11 invalid@11 invalid@11
sub_8 invalid@11 invalid@11 invalid@11 invalid@11
+any  invalid@12 invalid@12 invalid@12 invalid@12
-any  invalid@12 invalid@12 invalid@12 invalid@12
-- set WRITE
st8     *(u8 *)(r7 + 0) = 1
st64    *(u64 *)(r7 + 0) = 1
stx32   *(u32 *)(r7 + 0) = r9
sptr    *(u64 *)(r7 + 0) = r7
ctx     *(u64 *)(r7 + 0) = r6
atomic  lock *(u64 *)(r7 + 0) += r9
helper  r1 = r7; r2 = 8; r3 = 0; r4 = 0; r5 = 0; call bpf_csum_diff
filled  r1 = r6; r2 = 0; r3 = r7; r4 = 8; call bpf_xdp_load_bytes
none    r9 = 7
end     *(u8 *)(r8 - 1) = 1
endread r0 = *(u8 *)(r8 - 1)
-- table writes to packets: WRITE
r9 = 5
r2 = r7
r2 += 8
if r2 > r8 goto out
$WRITE
r0 = 0
exit
out: r0 = 0
exit
-- expect
st8     invalid@12
st64    invalid@12
stx32   invalid@12
sptr    invalid@12
ctx     invalid@12
atomic  invalid@12
helper  invalid@17
filled  invalid@16
none    invalid@12
end     invalid@12
endread invalid@12
-- type sched_cls
-- before
r6 = r1
r7 = *(u32 *)(r1 + 76)
r8 = *(u32 *)(r1 + 80)
-- table writes to packets by a classifier: WRITE
r9 = 5
r2 = r7
r2 += 8
if r2 > r8 goto out
$WRITE
r0 = 0
exit
out: r0 = 0
exit
-- expect
st8     invalid@12
st64    invalid@12
stx32   invalid@12
sptr    invalid@12
ctx     invalid@12
atomic  invalid@12
helper  invalid@17
filled  invalid@16
none    invalid@12
end     invalid@12
endread invalid@12
-- set SDID
nothing     r9 = 0
pull        r1 = r6; r2 = 8; call bpf_skb_pull_data
store       r1 = r6; r2 = 0; r3 = r10; r3 += -8; r4 = 4; r5 = 0; call bpf_skb_store_bytes
load        r1 = r6; r2 = 0; r3 = r10; r3 += -8; r4 = 4; call bpf_skb_load_bytes
l3          r1 = r6; r2 = 0; r3 = 0; r4 = 0; r5 = 2; call bpf_l3_csum_replace
vlan        r1 = r6; r2 = 0; r3 = 0; call bpf_skb_vlan_push
hash        r1 = r6; call bpf_get_hash_recalc
head        r1 = r6; r2 = 64; r3 = 0; call bpf_skb_change_head
clone       r1 = r6; r2 = 1; r3 = 0; call bpf_clone_redirect
tail        r1 = r6; r2 = 64; r3 = 0; call bpf_skb_change_tail
-- table what calls of classifiers make of packet pointers: SDID
*(u64 *)(r10 - 8) = 0
r2 = r7
r2 += 8
if r2 > r8 goto out
$SDID
r0 = *(u8 *)(r7 + 0)
r0 = 0
exit
out: r0 = 0
exit
-- expect
nothing invalid@13
pull    invalid@15
store   invalid@19
load    invalid@18
l3      invalid@18
vlan    invalid@16
hash    invalid@14
head    invalid@16
clone   invalid@16
tail    invalid@16
-- set META
m>d    if r2 > r7 goto out
m<d    if r2 < r7 goto +1; goto out
d<m    if r7 < r2 goto out
d>=m   if r7 >= r2 goto +1; goto out
m>e    if r2 > r8 goto out
-- set MGET
0   r0 = *(u32 *)(r9 + 0)
4   r0 = *(u32 *)(r9 + 4)
6   r0 = *(u32 *)(r9 + 6)
8   r0 = *(u32 *)(r9 + 8)
st  *(u32 *)(r9 + 0) = 4
pkt r0 = *(u32 *)(r7 + 0)
-- table data before the packet: META MGET
r9 = *(u32 *)(r6 + 140)
r2 = r9
r2 += 8
$META
$MGET
out: r0 = 0
exit
-- expect
     0          4          6          8          st         pkt
m>d  invalid@10 invalid@10 invalid@10 invalid@10 invalid@10 invalid@10
m<d  invalid@11 invalid@11 invalid@11 invalid@11 invalid@11 invalid@11
d<m  invalid@10 invalid@10 invalid@10 invalid@10 invalid@10 invalid@10
d>=m invalid@11 invalid@11 invalid@11 invalid@11 invalid@11 invalid@11
m>e  invalid@10 invalid@10 invalid@10 invalid@10 invalid@10 invalid@10
-- type cgroup_skb attach=cgroup_inet_ingress
-- table writes to packets in a control group: WRITE
r9 = 5
r2 = r7
r2 += 8
if r2 > r8 goto out
$WRITE
r0 = 0
exit
out: r0 = 0
exit
-- expect
st8     invalid@12
st64    invalid@12
stx32   invalid@12
sptr    invalid@12
ctx     invalid@12
atomic  invalid@12
helper  invalid@17
filled  invalid@16
none    invalid@12
end     invalid@12
endread invalid@12
-- type socket_filter
-- case a socket filter has no packet pointers
r0 = 0
exit
-- refuse invalid @5
-- type xdp strict
-- before
r6 = r1
r7 = *(u32 *)(r1 + 0)
r8 = *(u32 *)(r1 + 4)
r2 = r7
r2 += 64
if r2 > r8 goto out
-- set SOFF
+0
+1
+2
+3
+4
+6
+8
+10
+14
-- set SIZE
8
16
32
64
-- table strict alignment in the packet: SOFF SIZE
r0 = *(u$SIZE *)(r7 $SOFF)
out: r0 = 0
exit
-- expect
    8         16        32        64
+0  invalid@9 invalid@9 invalid@9 invalid@9
+1  invalid@9 invalid@9 invalid@9 invalid@9
+2  invalid@9 invalid@9 invalid@9 invalid@9
+3  invalid@9 invalid@9 invalid@9 invalid@9
+4  invalid@9 invalid@9 invalid@9 invalid@9
+6  invalid@9 invalid@9 invalid@9 invalid@9
+8  invalid@9 invalid@9 invalid@9 invalid@9
+10 invalid@9 invalid@9 invalid@9 invalid@9
+14 invalid@9 invalid@9 invalid@9 invalid@9
-- set SVAR
1  r3 &= 15
2  r3 &= 14
4  r3 &= 12
8  r3 &= 8
-- table strict alignment with a variable offset: SVAR SIZE
r3 = *(u8 *)(r7 + 0)
$SVAR
r7 += r3
r7 += 2
r2 = r7
r2 += 8
if r2 > r8 goto out
r0 = *(u$SIZE *)(r7 + 0)
out: r0 = 0
exit
-- expect
  8          16         32         64
1 invalid@16 invalid@16 invalid@16 invalid@16
2 invalid@16 invalid@16 invalid@16 invalid@16
4 invalid@16 invalid@16 invalid@16 invalid@16
8 invalid@16 invalid@16 invalid@16 invalid@16
