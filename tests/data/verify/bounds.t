Bounds: which tests of an index Linux takes as proof that an access lies in a map value of 48 bytes.
-- type socket_filter
-- maps
values array 4 48 1
-- before
r7 = map[values][0]+0
r6 = *(u64 *)(r7 + 0)
-- after
r7 += r6
$ACCESS
out: r0 = 0
exit
-- set ACCESS
u8       r0 = *(u8 *)(r7 + 0)
u16      r0 = *(u16 *)(r7 + 0)
u64      r0 = *(u64 *)(r7 + 0)
u64_8    r0 = *(u64 *)(r7 + 8)
below    r0 = *(u64 *)(r7 - 8)
-- set SHAPE
none         r6 = r6
jgt          if r6 > 40 goto out
jgt_41       if r6 > 41 goto out
jge          if r6 >= 41 goto out
jlt          if r6 < 41 goto +1; goto out
jle          if r6 <= 40 goto +1; goto out
jsgt         if r6 s> 40 goto out
jsgt_jslt    if r6 s> 40 goto out; if r6 s< 0 goto out
jslt_jsge    if r6 s< 0 goto out; if r6 s>= 41 goto out
jsle         if r6 s<= -1 goto out; if r6 s<= 40 goto +1; goto out
w_jgt        if w6 > 40 goto out
w_jgt_mov    w6 = w6; if w6 > 40 goto out
w_jsgt_mov   w6 = w6; if w6 s> 40 goto out
w_jsgt_jslt  w6 = w6; if w6 s> 40 goto out; if w6 s< 0 goto out
mov_after    if w6 > 40 goto out; w6 = w6
sext_after   if w6 > 40 goto out; r6 = (s32)r6
sext8        r6 = (s8)r6; if r6 s< 0 goto out; if r6 s> 40 goto out
sext8_jgt    r6 = (s8)r6; if r6 > 40 goto out
sext16_32    w6 = (s16)w6; if w6 > 40 goto out
and          r6 &= 40
and_63       r6 &= 63
and_31       r6 &= 31
w_and_31     w6 &= 31
mod          r6 %= 41
mod_0        r6 %= 0
w_mod        w6 %= 41
div          w6 = w6; r6 /= 107374182
rsh          r6 >>= 59
rsh_58       r6 >>= 58
w_rsh        w6 >>= 27
arsh         r6 s>>= 59
arsh_pos     r6 >>= 1; r6 s>>= 58
lsh          r6 &= 3; r6 <<= 3
lsh_rsh      r6 <<= 59; r6 >>= 59
lsh_arsh     r6 <<= 59; r6 s>>= 59; if r6 s< 0 goto out
mul          r6 &= 7; r6 *= 5
mul_6        r6 &= 7; r6 *= 6
sub          if r6 > 50 goto out; if r6 < 10 goto out; r6 -= 10
sub_from     if r6 > 40 goto out; r5 = 40; r5 -= r6; r6 = r5
neg          if r6 > 40 goto out; r6 = -r6; r6 += 40
add          if r6 > 30 goto out; r6 += 10
add_11       if r6 > 30 goto out; r6 += 11
or           r6 &= 7; r6 |= 32
or_33        r6 &= 7; r6 |= 40
xor          r6 &= 31; r6 ^= 15
xor_same     r6 ^= r6
sub_same     r6 -= r6
jeq          if r6 != 24 goto out
jne          if r6 == 24 goto out; r6 = 8
jset         if r6 & 0xffffffe0 goto out
w_jset       w6 = w6; if w6 & 0xffffffe0 goto out
jset_0       if r6 & -32 goto out
eq_reg       r5 = 16; if r6 != r5 goto out
lt_reg       r5 = 41; if r6 >= r5 goto out
gt_reg       r5 = 40; if r5 < r6 goto out
reg_bound    r5 = *(u64 *)(r7 + 8); if r5 > 40 goto out; if r6 > r5 goto out
reg_bound_w  r5 = *(u32 *)(r7 + 8); if w5 > 40 goto out; w6 = w6; if w6 > w5 goto out
copy_after   r5 = r6; if r5 > 40 goto out
copy_before  r5 = r6; if r6 > 40 goto out; r6 = r5
copy_w       w5 = w6; if w5 > 40 goto out; r6 = r5
copy_lost    w5 = w6; if w5 > 40 goto out
copy_changed r5 = r6; r5 += 8; if r5 > 40 goto out
copy_add     r5 = r6; r5 += 1; if r6 > 39 goto out; r6 = r5
copy_sub     r6 &= 63; r5 = r6; r5 += 8; if r5 > 48 goto out
spilled      *(u64 *)(r10 - 8) = r6; if r6 > 40 goto out; r6 = *(u64 *)(r10 - 8)
spilled_rev  *(u64 *)(r10 - 8) = r6; r5 = *(u64 *)(r10 - 8); if r5 > 40 goto out
spilled_w    *(u32 *)(r10 - 8) = r6; r6 = *(u32 *)(r10 - 8); if r6 > 40 goto out
bswap        r6 = bswap16 r6; if r6 > 40 goto out
be16         r6 = be16 r6; if r6 > 40 goto out
le8          r6 &= 255; r6 = le16 r6; if r6 > 40 goto out
loop         if r6 > 40 goto out; r5 = 0; r5 += 1; if r5 < 10 goto -2
join         if r6 > 40 goto +1; goto +1; r6 = 3
join_bad     if r6 > 40 goto +1; goto +1; r6 = 43
two_sided    if r6 < 8 goto out; if r6 > 40 goto out
u8           r6 = *(u8 *)(r7 + 0); if r6 > 40 goto out
s8           r6 = *(s8 *)(r7 + 0); if r6 s> 40 goto out
-- table an index: SHAPE ACCESS
$SHAPE
-- expect
             u8           u16          u64          u64_8        below
none         arithmetic@4 arithmetic@4 arithmetic@4 arithmetic@4 arithmetic@4
jgt          ok           ok           ok           bounds@5     bounds@5
jgt_41       ok           ok           bounds@5     bounds@5     bounds@5
jge          ok           ok           ok           bounds@5     bounds@5
jlt          ok           ok           ok           bounds@6     bounds@6
jle          ok           ok           ok           bounds@6     bounds@6
jsgt         arithmetic@4 arithmetic@4 arithmetic@4 arithmetic@4 arithmetic@4
jsgt_jslt    ok           ok           ok           bounds@6     bounds@6
jslt_jsge    ok           ok           ok           bounds@6     bounds@6
jsle         ok           ok           ok           bounds@7     bounds@7
w_jgt        arithmetic@4 arithmetic@4 arithmetic@4 arithmetic@4 arithmetic@4
w_jgt_mov    ok           ok           ok           bounds@6     bounds@6
w_jsgt_mov   bounds@6     bounds@6     bounds@6     bounds@6     bounds@6
w_jsgt_jslt  ok           ok           ok           bounds@7     bounds@7
mov_after    ok           ok           ok           bounds@6     bounds@6
sext_after   arithmetic@5 arithmetic@5 arithmetic@5 arithmetic@5 arithmetic@5
sext8        ok           ok           ok           bounds@7     bounds@7
sext8_jgt    ok           ok           ok           bounds@6     bounds@6
sext16_32    ok           ok           ok           bounds@6     bounds@6
and          ok           ok           ok           bounds@5     bounds@5
and_63       bounds@5     bounds@5     bounds@5     bounds@5     bounds@5
and_31       ok           ok           ok           ok           bounds@5
w_and_31     ok           ok           ok           ok           bounds@5
mod          arithmetic@4 arithmetic@4 arithmetic@4 arithmetic@4 arithmetic@4
mod_0        form@3       form@3       form@3       form@3       form@3
w_mod        arithmetic@4 arithmetic@4 arithmetic@4 arithmetic@4 arithmetic@4
div          arithmetic@5 arithmetic@5 arithmetic@5 arithmetic@5 arithmetic@5
rsh          ok           ok           ok           ok           bounds@5
rsh_58       bounds@5     bounds@5     bounds@5     bounds@5     bounds@5
w_rsh        ok           ok           ok           ok           bounds@5
arsh         bounds@5     bounds@5     bounds@5     bounds@5     bounds@5
arsh_pos     ok           ok           ok           ok           bounds@6
lsh          ok           ok           ok           ok           bounds@6
lsh_rsh      ok           ok           ok           ok           bounds@6
lsh_arsh     ok           ok           ok           ok           bounds@7
mul          ok           ok           ok           bounds@6     bounds@6
mul_6        ok           ok           bounds@6     bounds@6     bounds@6
sub          ok           ok           ok           bounds@7     bounds@7
sub_from     ok           ok           ok           bounds@8     bounds@8
neg          ok           ok           ok           bounds@7     bounds@7
add          ok           ok           ok           bounds@6     ok
add_11       ok           ok           bounds@6     bounds@6     ok
or           ok           ok           ok           bounds@6     ok
or_33        ok           bounds@6     bounds@6     bounds@6     ok
xor          ok           ok           ok           ok           bounds@6
xor_same     arithmetic@4 arithmetic@4 arithmetic@4 arithmetic@4 arithmetic@4
sub_same     arithmetic@4 arithmetic@4 arithmetic@4 arithmetic@4 arithmetic@4
jeq          ok           ok           ok           ok           ok
jne          ok           ok           ok           ok           ok
jset         ok           ok           ok           ok           bounds@5
w_jset       ok           ok           ok           ok           bounds@6
jset_0       ok           ok           ok           ok           bounds@5
eq_reg       ok           ok           ok           ok           ok
lt_reg       ok           ok           ok           bounds@6     bounds@6
gt_reg       ok           ok           ok           bounds@6     bounds@6
reg_bound    ok           ok           ok           bounds@7     bounds@7
reg_bound_w  ok           ok           ok           bounds@8     bounds@8
copy_after   ok           ok           ok           bounds@6     bounds@6
copy_before  ok           ok           ok           bounds@7     bounds@7
copy_w       ok           ok           ok           bounds@7     bounds@7
copy_lost    arithmetic@5 arithmetic@5 arithmetic@5 arithmetic@5 arithmetic@5
copy_changed bounds@7     bounds@7     bounds@7     bounds@7     bounds@7
copy_add     ok           ok           ok           bounds@8     bounds@8
copy_sub     ok           ok           ok           bounds@8     bounds@8
spilled      ok           ok           ok           bounds@7     bounds@7
spilled_rev  ok           ok           ok           bounds@7     bounds@7
spilled_w    ok           ok           ok           bounds@7     bounds@7
bswap        ok           ok           ok           bounds@6     bounds@6
be16         ok           ok           ok           bounds@6     bounds@6
le8          ok           ok           ok           bounds@7     bounds@7
loop         ok           ok           ok           bounds@8     bounds@8
join         ok           ok           ok           bounds@7     bounds@7
join_bad     ok           ok           bounds@7     bounds@7     bounds@7
two_sided    ok           ok           ok           bounds@6     ok
u8           ok           ok           ok           bounds@6     bounds@6
s8           bounds@6     bounds@6     bounds@6     bounds@6     bounds@6
