Pointers that may be NULL: what a test says of which copies.
-- type sched_cls
-- maps
values hash 4 48 8
array array 4 48 4
socks sockmap 4 4 4
outer hash_of_maps 4 4 4 inner=array
-- before
r6 = r1
*(u64 *)(r10 - 8) = 1
-- set GOT
value   r1 = map[values]; r2 = r10; r2 += -8; call bpf_map_lookup_elem
array   r1 = map[array]; r2 = r10; r2 += -8; call bpf_map_lookup_elem
sk      r0 = *(u64 *)(r6 + 168)
-- set COPY
none    r7 = r0
moved   r7 = r0; r0 = r7
spilled *(u64 *)(r10 - 16) = r0; r7 = *(u64 *)(r10 - 16)
both    r7 = r0; r8 = r7
-- set TEST
jeq       if r0 == 0 goto out
jne       if r0 != 0 goto +1; goto out
jeq_copy  if r7 == 0 goto out
jgt       if r0 > 0 goto +1; goto out
w_jeq     if w0 == 0 goto out
jeq_1     if r0 == 1 goto out
jsgt      if r0 s> 0 goto +1; goto out
reg_0     r5 = 0; if r0 == r5 goto out
reg_0_rev r5 = 0; if r5 == r0 goto out
twice     if r0 == 0 goto out; if r0 == 0 goto bad
wrong     if r0 != 0 goto out
none      goto +0
jset      if r0 & -1 goto +1; goto out
jge_1     if r0 >= 1 goto +1; goto out
jlt_1     if r0 < 1 goto out
add       r0 += 4
-- table a pointer, its copy and a test: GOT COPY TEST
$GOT
$COPY
$TEST
r1 = *(u32 *)(r7 + 0)
out: r0 = 0
exit
bad: r0 = *(u64 *)(r9 + 0)
exit
-- expect
              jeq        jne        jeq_copy   jgt        w_jeq      jeq_1      jsgt       reg_0      reg_0_rev  twice wrong      none       jset       jge_1      jlt_1      add
value/none    invalid@12 invalid@13 invalid@12 invalid@13 invalid@12 invalid@12 invalid@13 invalid@13 invalid@13 ok    invalid@12 invalid@12 invalid@13 invalid@13 invalid@12 invalid@12
value/moved   invalid@13 invalid@14 invalid@13 invalid@14 invalid@13 invalid@13 invalid@14 invalid@14 invalid@14 ok    invalid@13 invalid@13 invalid@14 invalid@14 invalid@13 invalid@13
value/spilled invalid@13 invalid@14 invalid@13 invalid@14 invalid@13 invalid@13 invalid@14 invalid@14 invalid@14 ok    invalid@13 invalid@13 invalid@14 invalid@14 invalid@13 invalid@13
value/both    invalid@13 invalid@14 invalid@13 invalid@14 invalid@13 invalid@13 invalid@14 invalid@14 invalid@14 ok    invalid@13 invalid@13 invalid@14 invalid@14 invalid@13 invalid@13
array/none    invalid@12 invalid@13 invalid@12 invalid@13 invalid@12 invalid@12 invalid@13 invalid@13 invalid@13 ok    invalid@12 invalid@12 invalid@13 invalid@13 invalid@12 invalid@12
array/moved   invalid@13 invalid@14 invalid@13 invalid@14 invalid@13 invalid@13 invalid@14 invalid@14 invalid@14 ok    invalid@13 invalid@13 invalid@14 invalid@14 invalid@13 invalid@13
array/spilled invalid@13 invalid@14 invalid@13 invalid@14 invalid@13 invalid@13 invalid@14 invalid@14 invalid@14 ok    invalid@13 invalid@13 invalid@14 invalid@14 invalid@13 invalid@13
array/both    invalid@13 invalid@14 invalid@13 invalid@14 invalid@13 invalid@13 invalid@14 invalid@14 invalid@14 ok    invalid@13 invalid@13 invalid@14 invalid@14 invalid@13 invalid@13
sk/none       invalid@8  invalid@9  invalid@8  invalid@9  invalid@8  invalid@8  invalid@9  invalid@9  invalid@9  ok    invalid@8  invalid@8  invalid@9  invalid@9  invalid@8  invalid@8
sk/moved      invalid@9  invalid@10 invalid@9  invalid@10 invalid@9  invalid@9  invalid@10 invalid@10 invalid@10 ok    invalid@9  invalid@9  invalid@10 invalid@10 invalid@9  invalid@9
sk/spilled    invalid@9  invalid@10 invalid@9  invalid@10 invalid@9  invalid@9  invalid@10 invalid@10 invalid@10 ok    invalid@9  invalid@9  invalid@10 invalid@10 invalid@9  invalid@9
sk/both       invalid@9  invalid@10 invalid@9  invalid@10 invalid@9  invalid@9  invalid@10 invalid@10 invalid@10 ok    invalid@9  invalid@9  invalid@10 invalid@10 invalid@9  invalid@9
-- set FROM
r0  r1 = *(u32 *)(r0 + 0)
r7  r1 = *(u32 *)(r7 + 0)
r8  r1 = *(u32 *)(r8 + 0)
st  r1 = *(u64 *)(r10 - 16); r1 = *(u32 *)(r1 + 0)
-- set TWICE
r0  if r0 == 0 goto out
r7  if r7 == 0 goto out
both if r0 == 0 goto out; if r7 == 0 goto out
-- table two lookups are tested one by one: TWICE FROM
r1 = map[values]
r2 = r10
r2 += -8
call bpf_map_lookup_elem
r7 = r0
r8 = r0
*(u64 *)(r10 - 16) = r0
r1 = map[values]
r2 = r10
r2 += -8
call bpf_map_lookup_elem
$TWICE
$FROM
out: r0 = 0
exit
-- expect
     r0            r7            r8            st
r0   ok            maybe-null@16 maybe-null@16 maybe-null@17
r7   maybe-null@16 ok            ok            ok
both ok            ok            ok            ok
-- set NULLUSE
zero    r1 = map[array][0]+0
index   r7 = map[values]; r0 = *(u32 *)(r0 + 0)
number  r1 = r0; r1 += r6
minus   r0 -= 1; r1 = r6; r1 += r0
return  exit
-- table NULL is the number 0: NULLUSE
r1 = map[values]
r2 = r10
r2 += -8
call bpf_map_lookup_elem
if r0 != 0 goto out
$NULLUSE
out: r0 = 0
exit
-- expect
zero   form@8
index  not-a-pointer@10
number ok
minus  ok
return ok
-- set EQ
jeq if r0 == r7 goto +1; goto out
jne if r0 != r7 goto out
rev if r7 == r0 goto +1; goto out
w   if w0 == w7 goto +1; goto out
-- set WITH
value  r7 = r8
fp     r7 = r10
ctx    r7 = r6
map    r7 = map[values]
same   r7 = r0
-- table equal to a pointer that is not NULL: EQ WITH
r1 = map[array]
r2 = r10
r2 += -8
call bpf_map_lookup_elem
if r0 == 0 goto out
r8 = r0
r1 = map[values]
r2 = r10
r2 += -8
call bpf_map_lookup_elem
$WITH
$EQ
r1 = *(u32 *)(r0 + 0)
out: r0 = 0
exit
-- expect
    value         fp            ctx           map           same
jeq ok            ok            ok            ok            maybe-null@17
jne ok            ok            ok            ok            maybe-null@16
rev ok            ok            ok            ok            maybe-null@17
w   maybe-null@17 maybe-null@17 maybe-null@17 maybe-null@18 maybe-null@17
-- set KEY
0   *(u32 *)(r10 - 8) = 0
3   *(u32 *)(r10 - 8) = 3
4   *(u32 *)(r10 - 8) = 4
-1  *(u32 *)(r10 - 8) = -1
reg r1 = 2; *(u32 *)(r10 - 8) = r1
u64 r1 = 2; *(u64 *)(r10 - 8) = r1
any r1 = *(u32 *)(r6 + 0); *(u32 *)(r10 - 8) = r1
any3 r1 = *(u32 *)(r6 + 0); r1 &= 3; *(u32 *)(r10 - 8) = r1
u16 *(u16 *)(r10 - 8) = 1; *(u16 *)(r10 - 6) = 0
0b  *(u16 *)(r10 - 8) = 0; *(u16 *)(r10 - 6) = 0
hi  *(u32 *)(r10 - 4) = 1; *(u32 *)(r10 - 8) = 1
-- set KEYAT
-8  r2 = r10; r2 += -8
-4  r2 = r10; r2 += -4
-- set LMAP
array  r1 = map[array]
hash   r1 = map[values]
-- table an element of an array that must be there: LMAP KEYAT KEY
$KEY
$LMAP
$KEYAT
call bpf_map_lookup_elem
r0 = *(u32 *)(r0 + 0)
r0 = 0
exit
-- expect
         0            3            4            -1           reg          u64          any          any3          u16          0b           hi
array/-8 ok           ok           maybe-null@8 maybe-null@8 ok           maybe-null@9 maybe-null@9 maybe-null@10 maybe-null@9 maybe-null@9 ok
array/-4 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@9 ok           maybe-null@9 maybe-null@10 maybe-null@9 maybe-null@9 maybe-null@9
hash/-8  maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@9 maybe-null@9 maybe-null@9 maybe-null@10 maybe-null@9 maybe-null@9 maybe-null@9
hash/-4  maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@8 maybe-null@9 maybe-null@9 maybe-null@9 maybe-null@10 maybe-null@9 maybe-null@9 maybe-null@9
-- set OUTER
map    r2 = r10; r2 += -8; r1 = r0; call bpf_map_lookup_elem
read   r1 = *(u32 *)(r0 + 0)
write  *(u32 *)(r0 + 0) = 1
unchecked r2 = r10; r2 += -8; r1 = r7; call bpf_map_lookup_elem; r1 = *(u32 *)(r0 + 0)
value  r2 = r10; r2 += -8; r1 = r0; call bpf_map_lookup_elem; if r0 == 0 goto out; r1 = *(u64 *)(r0 + 40)
beyond r2 = r10; r2 += -8; r1 = r0; call bpf_map_lookup_elem; if r0 == 0 goto out; r1 = *(u64 *)(r0 + 48)
-- table maps in maps: OUTER
r1 = map[outer]
r2 = r10
r2 += -8
call bpf_map_lookup_elem
r7 = r0
if r0 == 0 goto out
$OUTER
out: r0 = 0
exit
-- expect
map       ok
read      ok
write     read-only@9
unchecked maybe-null@13
value     ok
beyond    bounds@14
-- case a map in a map without a test
r1 = map[outer]
r2 = r10
r2 += -8
call bpf_map_lookup_elem
r1 = r0
r2 = r10
r2 += -8
call bpf_map_lookup_elem
r0 = 0
exit
-- refuse argument @10
-- case a socket of a sockmap
r1 = map[socks]
r2 = r10
r2 += -8
call bpf_map_lookup_elem
if r0 == 0 goto out
r1 = *(u32 *)(r0 + 0)
r1 = r0
call bpf_sk_release
out: r0 = 0
exit
-- accept
-- case a socket of a sockmap is kept
r1 = map[socks]
r2 = r10
r2 += -8
call bpf_map_lookup_elem
r0 = 0
exit
-- refuse reference @8
-- set ONE
tested   if r0 == 0 goto out; *(u64 *)(r10 - 16) = r0
untested *(u64 *)(r10 - 16) = r0
-- set OTHER
tested   if r0 == 0 goto out; *(u64 *)(r10 - 16) = r0
untested *(u64 *)(r10 - 16) = r0
-- set END
read     r1 = *(u64 *)(r10 - 16); r1 = *(u64 *)(r1 + 0)
tested   r1 = *(u64 *)(r10 - 16); if r1 == 0 goto out; r1 = *(u64 *)(r1 + 0)
nothing  r1 = 0
-- table in the stack where ways meet: OTHER END ONE
r1 = map[values]
r2 = r10
r2 += -8
call bpf_map_lookup_elem
r7 = *(u32 *)(r6 + 0)
if r7 == 1 goto other
$ONE
goto met
other: $OTHER
met: r0 = 0
r2 = 0
r3 = 0
r4 = 0
r5 = 0
if r7 == 2 goto first
r2 = 1
first: if r7 == 3 goto second
r3 = 1
second: r4 = 1
r5 = 1
if r7 == 4 goto third
r2 = 1
third: r4 = 0
$END
r0 = 0
out: exit
-- expect
                 tested        untested
tested/read      ok            maybe-null@28
tested/tested    ok            ok
tested/nothing   ok            ok
untested/read    maybe-null@28 maybe-null@27
untested/tested  ok            ok
untested/nothing ok            ok
