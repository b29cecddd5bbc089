Contexts: what each program type may read and write, how wide, and where.
-- before
r0 = 0
r2 = 0
-- after
r0 = 0
exit
-- set HOW
r8    r2 = *(u8 *)(r1 $OFF)
r16   r2 = *(u16 *)(r1 $OFF)
r32   r2 = *(u32 *)(r1 $OFF)
r64   r2 = *(u64 *)(r1 $OFF)
s16   r2 = *(s16 *)(r1 $OFF)
s32   r2 = *(s32 *)(r1 $OFF)
w8    *(u8 *)(r1 $OFF) = 0
w32   *(u32 *)(r1 $OFF) = r2
w64   *(u64 *)(r1 $OFF) = r2
st32  *(u32 *)(r1 $OFF) = 1
-- type socket_filter
-- set OFF
-4
+8
+9
+10
+12
+13
+14
+16
+17
+18
+32
+48
+52
+68
+72
+76
+80
+84
+88
+136
+140
+144
+152
+160
+164
+168
+176
+180
+184
-- table socket_filter: OFF HOW
$HOW
-- expect
     r8        r16       r32       r64       s16       s32       w8        w32       w64       st32
-4   context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+8   ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+9   ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+10  ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+12  ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+13  ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+14  ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+16  ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+17  ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+18  ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+32  ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+48  ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
+52  ok        ok        ok        context@2 ok        ok        ok        ok        context@2 ok
+68  ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+72  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+76  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+80  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+84  ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+88  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+136 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+140 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+144 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+152 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+160 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+164 ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+168 context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2
+176 ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+180 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+184 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
-- type sched_cls
-- set OFF
-4
+0
+1
+2
+4
+5
+6
+8
+9
+10
+16
+40
+48
+68
+72
+76
+80
+92
+136
+140
+144
+152
+160
+164
+168
+176
+180
+184
+192
-- table sched_cls: OFF HOW
$HOW
-- expect
     r8        r16       r32       r64       s16       s32       w8        w32       w64       st32
-4   context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+0   ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+1   ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+2   ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+4   ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+5   ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+6   ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+8   ok        ok        ok        context@2 ok        ok        context@2 ok        context@2 ok
+9   ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+10  ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+16  ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+40  ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+48  ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
+68  ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+72  ok        ok        ok        context@2 ok        ok        context@2 ok        context@2 ok
+76  context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2
+80  context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2
+92  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+136 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+140 context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2
+144 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+152 context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 ok        context@2
+160 ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+164 ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+168 context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2
+176 ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+180 ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+184 context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2
+192 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
-- type xdp
-- set OFF
-4
+0
+1
+2
+4
+5
+6
+8
+9
+10
+12
+16
+20
+24
-- table xdp: OFF HOW
$HOW
-- expect
    r8        r16       r32       r64       s16       s32       w8        w32       w64       st32
-4  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+0  context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2
+1  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+2  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+4  context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2
+5  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+6  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+8  context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2
+9  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+10 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+12 context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+16 context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+20 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+24 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
-- type cgroup_skb attach=cgroup_inet_ingress
-- set OFF
-4
+0
+1
+2
+8
+9
+10
+32
+33
+34
+48
+72
+76
+80
+88
+92
+96
+112
+140
+152
+168
+176
-- table cgroup_skb cgroup_inet_ingress: OFF HOW
$HOW
-- expect
     r8        r16       r32       r64       s16       s32       w8        w32       w64       st32
-4   context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+0   ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+1   ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+2   ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+8   ok        ok        ok        context@2 ok        ok        context@2 ok        context@2 ok
+9   ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+10  ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+32  ok        ok        ok        context@2 ok        ok        context@2 ok        context@2 ok
+33  ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+34  ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+48  ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
+72  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+76  context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2
+80  context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2
+88  ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+92  context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+96  context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+112 context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+140 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+152 context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 ok        context@2
+168 context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2
+176 ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
-- type cgroup_skb attach=cgroup_inet_egress
-- set OFF
-4
+8
+9
+10
+32
+33
+34
+76
+77
+78
+152
-- table cgroup_skb cgroup_inet_egress: OFF HOW
$HOW
-- expect
     r8        r16       r32       r64       s16       s32       w8        w32       w64       st32
-4   context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+8   ok        ok        ok        context@2 ok        ok        context@2 ok        context@2 ok
+9   ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+10  ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+32  ok        ok        ok        context@2 ok        ok        context@2 ok        context@2 ok
+33  ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+34  ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+76  context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2
+77  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+78  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+152 context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 ok        context@2
-- type cgroup_sock attach=cgroup_inet_sock_create
-- set OFF
-4
+0
+1
+2
+4
+5
+6
+8
+9
+10
+12
+16
+20
+24
+28
+44
+48
+60
+72
-- table cgroup_sock cgroup_inet_sock_create: OFF HOW
$HOW
-- expect
    r8        r16       r32       r64       s16       s32       w8        w32       w64       st32
-4  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+0  context@2 context@2 ok        context@2 context@2 ok        context@2 ok        context@2 ok
+1  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+2  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+4  ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+5  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+6  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+8  ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+9  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+10 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+12 ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+16 context@2 context@2 ok        context@2 context@2 ok        context@2 ok        context@2 ok
+20 context@2 context@2 ok        context@2 context@2 ok        context@2 ok        context@2 ok
+24 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+28 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+44 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+48 ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+60 ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+72 ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
-- type cgroup_sock_addr attach=cgroup_inet4_connect
-- set OFF
-4
+0
+1
+2
+4
+5
+6
+8
+9
+10
+24
+28
+32
+36
+40
+44
+60
+64
-- table cgroup_sock_addr cgroup_inet4_connect: OFF HOW
$HOW
-- expect
    r8        r16       r32       r64       s16       s32       w8        w32       w64       st32
-4  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+0  context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+1  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+2  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+4  ok        ok        ok        context@2 ok        ok        context@2 ok        context@2 ok
+5  ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+6  ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+8  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+9  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+10 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+24 ok        ok        ok        context@2 ok        ok        context@2 ok        context@2 ok
+28 context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+32 context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+36 context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+40 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+44 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+60 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+64 context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2
-- type cgroup_sock_addr attach=cgroup_inet6_bind
-- set OFF
-4
+0
+1
+2
+4
+5
+6
+8
+9
+10
+16
+24
+44
+64
-- table cgroup_sock_addr cgroup_inet6_bind: OFF HOW
$HOW
-- expect
    r8        r16       r32       r64       s16       s32       w8        w32       w64       st32
-4  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+0  context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+1  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+2  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+4  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+5  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+6  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+8  ok        ok        ok        ok        ok        ok        context@2 ok        ok        ok
+9  ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+10 ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+16 ok        ok        ok        ok        ok        ok        context@2 ok        ok        ok
+24 ok        ok        ok        context@2 ok        ok        context@2 ok        context@2 ok
+44 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+64 context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2
-- type sock_ops
-- set OFF
-4
+0
+1
+2
+4
+5
+6
+8
+9
+10
+20
+24
+44
+64
+68
+72
+88
+176
+184
+192
+200
+208
-- table sock_ops: OFF HOW
$HOW
-- expect
     r8        r16       r32       r64       s16       s32       w8        w32       w64       st32
-4   context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+0   context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+1   context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+2   context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+4   context@2 context@2 ok        context@2 context@2 ok        context@2 ok        context@2 ok
+5   context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+6   context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+8   context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+9   context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+10  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+20  context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+24  context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+44  context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+64  context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+68  context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+72  context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+88  context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+176 context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2
+184 context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2
+192 context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2
+200 context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2
+208 context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
-- type sk_skb
-- set OFF
-4
+0
+1
+2
+8
+9
+10
+32
+33
+34
+48
+76
+80
+88
+112
+168
-- table sk_skb: OFF HOW
$HOW
-- expect
     r8        r16       r32       r64       s16       s32       w8        w32       w64       st32
-4   context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+0   ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+1   ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+2   ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+8   context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+9   context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+10  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+32  ok        ok        ok        context@2 ok        ok        context@2 ok        context@2 ok
+33  ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+34  ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+48  ok        ok        ok        ok        ok        ok        context@2 context@2 context@2 context@2
+76  context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2
+80  context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2
+88  ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+112 context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+168 context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2
-- type sk_msg
-- set OFF
-4
+0
+1
+2
+8
+9
+10
+16
+17
+18
+24
+64
+68
+72
-- table sk_msg: OFF HOW
$HOW
-- expect
    r8        r16       r32       r64       s16       s32       w8        w32       w64       st32
-4  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+0  context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2
+1  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+2  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+8  context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2
+9  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+10 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+16 context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+17 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+18 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+24 context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+64 context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+68 context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+72 context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2
-- type cgroup_device
-- set OFF
-4
+0
+1
+2
+4
+5
+6
+8
+9
+10
+12
-- table cgroup_device: OFF HOW
$HOW
-- expect
    r8        r16       r32       r64       s16       s32       w8        w32       w64       st32
-4  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+0  ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+1  ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+2  ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+4  context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+5  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+6  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+8  context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+9  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+10 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+12 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
-- type cgroup_sysctl
-- set OFF
-4
+0
+1
+2
+4
+5
+6
+8
+9
+10
-- table cgroup_sysctl: OFF HOW
$HOW
-- expect
    r8        r16       r32       r64       s16       s32       w8        w32       w64       st32
-4  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+0  ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+1  ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+2  ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+4  ok        ok        ok        context@2 ok        ok        context@2 ok        context@2 ok
+5  ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+6  ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+8  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+9  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+10 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
-- type cgroup_sockopt attach=cgroup_setsockopt
-- set OFF
-4
+0
+1
+2
+8
+9
+10
+16
+17
+18
+24
+28
+32
+36
+40
-- table cgroup_sockopt cgroup_setsockopt: OFF HOW
$HOW
-- expect
    r8        r16       r32       r64       s16       s32       w8        w32       w64       st32
-4  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+0  context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2
+1  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+2  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+8  context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2
+9  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+10 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+16 context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2
+17 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+18 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+24 context@2 context@2 ok        context@2 context@2 ok        context@2 ok        context@2 ok
+28 context@2 context@2 ok        context@2 context@2 ok        context@2 ok        context@2 ok
+32 context@2 context@2 ok        context@2 context@2 ok        context@2 ok        context@2 ok
+36 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+40 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
-- type flow_dissector
-- set OFF
-4
+0
+1
+2
+16
+17
+18
+48
+49
+50
+76
+80
+144
+152
-- table flow_dissector: OFF HOW
$HOW
-- expect
     r8        r16       r32       r64       s16       s32       w8        w32       w64       st32
-4   context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+0   context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+1   context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+2   context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+16  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+17  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+18  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+48  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+49  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+50  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+76  context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2
+80  context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2
+144 context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2
+152 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
-- type sk_lookup attach=sk_lookup
-- set OFF
-4
+0
+1
+2
+8
+9
+10
+12
+13
+14
+16
+20
+36
+40
+44
+60
+64
-- table sk_lookup sk_lookup: OFF HOW
$HOW
-- expect
    r8        r16       r32       r64       s16       s32       w8        w32       w64       st32
-4  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+0  context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2
+1  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+2  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+8  ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+9  ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+10 ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+12 ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+13 ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+14 ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+16 ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+20 ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+36 ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+40 ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+44 ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+60 ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+64 ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
-- type sk_reuseport attach=sk_reuseport_select
-- set OFF
-4
+0
+1
+2
+8
+9
+10
+16
+17
+18
+20
+24
+28
+32
+36
+40
+48
-- table sk_reuseport sk_reuseport_select: OFF HOW
$HOW
-- expect
    r8        r16       r32       r64       s16       s32       w8        w32       w64       st32
-4  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+0  context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2
+1  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+2  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+8  context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2
+9  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+10 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+16 ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+17 ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+18 ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+20 context@2 ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+24 ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+28 ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+32 context@2 context@2 ok        context@2 context@2 ok        context@2 context@2 context@2 context@2
+36 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+40 context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2
+48 context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2
-- type kprobe
-- set OFF
-4
+0
+1
+2
+8
+9
+10
+80
+81
+82
+128
+160
+168
-- table kprobe: OFF HOW
$HOW
-- expect
     r8        r16       r32       r64       s16       s32       w8        w32       w64       st32
-4   context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+0   ok        ok        ok        ok        ok        ok        context@2 context@2 context@2 context@2
+1   ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+2   ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+8   ok        ok        ok        ok        ok        ok        context@2 context@2 context@2 context@2
+9   ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+10  ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+80  ok        ok        ok        ok        ok        ok        context@2 context@2 context@2 context@2
+81  ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+82  ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+128 ok        ok        ok        ok        ok        ok        context@2 context@2 context@2 context@2
+160 ok        ok        ok        ok        ok        ok        context@2 context@2 context@2 context@2
+168 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
-- type tracepoint
-- set OFF
-4
+0
+1
+2
+4
+5
+6
+8
+9
+10
+16
+1000
+8184
+8192
-- table tracepoint: OFF HOW
$HOW
-- expect
      r8        r16       r32       r64       s16       s32       w8        w32       w64       st32
-4    context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+0    context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+1    context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+2    context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+4    context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+5    context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+6    context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+8    ok        ok        ok        ok        ok        ok        context@2 context@2 context@2 context@2
+9    ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+10   ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+16   ok        ok        ok        ok        ok        ok        context@2 context@2 context@2 context@2
+1000 ok        ok        ok        ok        ok        ok        context@2 context@2 context@2 context@2
+8184 ok        ok        ok        ok        ok        ok        context@2 context@2 context@2 context@2
+8192 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
-- linux -4 r8 accept: it reads before the record, since it compares the offset as unsigned
-- linux -4 r16 accept: it reads before the record, since it compares the offset as unsigned
-- linux -4 r32 accept: it reads before the record, since it compares the offset as unsigned
-- linux -4 s16 accept: it reads before the record, since it compares the offset as unsigned
-- linux -4 s32 accept: it reads before the record, since it compares the offset as unsigned
-- type perf_event
-- set OFF
-4
+0
+1
+2
+8
+9
+10
+168
+169
+170
+176
+184
-- table perf_event: OFF HOW
$HOW
-- expect
     r8        r16       r32       r64       s16       s32       w8        w32       w64       st32
-4   context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+0   context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2
+1   context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+2   context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+8   context@2 context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2
+9   context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+10  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+168 ok        ok        ok        ok        ok        ok        context@2 context@2 context@2 context@2
+169 ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+170 ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+176 ok        ok        ok        ok        ok        ok        context@2 context@2 context@2 context@2
+184 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
-- type raw_tracepoint
-- set OFF
-4
+0
+1
+2
+8
+9
+10
+88
+89
+90
+96
-- table raw_tracepoint: OFF HOW
$HOW
-- expect
    r8        r16       r32       r64       s16       s32       w8        w32       w64       st32
-4  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+0  ok        ok        ok        ok        ok        ok        context@2 context@2 context@2 context@2
+1  ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+2  ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+8  ok        ok        ok        ok        ok        ok        context@2 context@2 context@2 context@2
+9  ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+10 ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+88 ok        ok        ok        ok        ok        ok        context@2 context@2 context@2 context@2
+89 ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+90 ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+96 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
-- type lwt_xmit
-- set OFF
-4
+0
+1
+2
+8
+9
+10
+32
+33
+34
+48
+76
+80
+92
+152
-- table lwt_xmit: OFF HOW
$HOW
-- expect
     r8        r16       r32       r64       s16       s32       w8        w32       w64       st32
-4   context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+0   ok        ok        ok        context@2 ok        ok        context@2 context@2 context@2 context@2
+1   ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+2   ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+8   ok        ok        ok        context@2 ok        ok        context@2 ok        context@2 ok
+9   ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+10  ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+32  ok        ok        ok        context@2 ok        ok        context@2 ok        context@2 ok
+33  ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+34  ok        ok        context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2
+48  ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
+76  context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2
+80  context@2 context@2 ok        context@2 context@2 context@2 context@2 context@2 context@2 context@2
+92  context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
+152 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2 context@2
