Locks in values.
-- type xdp
-- maps
out array 4 1024 1
locks array 4 32 1 spin_lock@0
hash hash 4 32 4 spin_lock@8
-- before
r7 = map[out][0]+0
-- case twice one after the other
r8 = map[locks][0]+0
r1 = r8
call bpf_spin_lock
r1 = *(u64 *)(r8 + 8)
r1 += 3
*(u64 *)(r8 + 8) = r1
r1 = r8
call bpf_spin_unlock
r1 = r8
call bpf_spin_lock
r1 = *(u64 *)(r8 + 8)
*(u64 *)(r7 + 0) = r1
r1 = r8
call bpf_spin_unlock
r0 = 0
exit
-- set FLAGS
0 r4 = 0
1 r4 = 1
2 r4 = 2
4 r4 = 4
6 r4 = 6
7 r4 = 7
8 r4 = 8
-- set THERE
new r9 = 0
old r9 = 1
-- table updates with a lock in the value: THERE FLAGS
*(u32 *)(r10 - 4) = 1
*(u64 *)(r10 - 40) = 1
*(u64 *)(r10 - 32) = 99
*(u64 *)(r10 - 24) = 3
*(u64 *)(r10 - 16) = 4
$THERE
if r9 == 0 goto there
r1 = map[hash]
r2 = r10
r2 += -4
r3 = r10
r3 += -40
r4 = 0
call bpf_map_update_elem
there: r1 = map[hash]
r2 = r10
r2 += -4
r3 = r10
r3 += -40
$FLAGS
call bpf_map_update_elem
*(u64 *)(r7 + 0) = r0
r1 = map[hash]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r8 = r0
r1 = r8
r1 += 8
call bpf_spin_lock
r1 = *(u64 *)(r8 + 0)
r2 = *(u64 *)(r8 + 16)
*(u64 *)(r7 + 8) = r1
*(u64 *)(r7 + 16) = r2
r1 = r8
r1 += 8
call bpf_spin_unlock
out: r0 = 0
exit
-- maps
out array 4 1024 1
pair array 4 32 2 res_spin_lock@0
locks array 4 32 1 res_spin_lock@0
alone array 4 32 1 res_spin_lock@8
-- set KEY
same  *(u32 *)(r10 - 4) = 1
other *(u32 *)(r10 - 4) = 0
none  *(u32 *)(r10 - 4) = 2
-- table a lock that is held, found again: KEY
*(u32 *)(r10 - 4) = 1
r1 = map[pair]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r8 = r0
$KEY
r1 = map[pair]
r2 = r10
r2 += -4
call bpf_map_lookup_elem
if r0 == 0 goto out
r9 = r0
r1 = r8
call kfunc[bpf_res_spin_lock]
*(u64 *)(r7 + 0) = r0
if r0 != 0 goto out
r1 = r9
call kfunc[bpf_res_spin_lock]
*(u32 *)(r7 + 8) = r0
if r0 != 0 goto mine
r1 = r9
call kfunc[bpf_res_spin_unlock]
mine: r1 = r8
call kfunc[bpf_res_spin_unlock]
r1 = r9
call kfunc[bpf_res_spin_lock]
*(u32 *)(r7 + 16) = r0
if r0 != 0 goto out
r1 = r9
call kfunc[bpf_res_spin_unlock]
out: r0 = 0
exit
-- case without interrupts
r1 = r10
r1 += -8
call kfunc[bpf_local_irq_save]
r1 = map[alone][0]+8
r2 = r10
r2 += -16
call kfunc[bpf_res_spin_lock_irqsave]
*(u64 *)(r7 + 0) = r0
if r0 != 0 goto out
r8 = map[locks][0]+0
*(u64 *)(r8 + 8) = 7
r1 = r8
call kfunc[bpf_res_spin_lock]
*(u32 *)(r7 + 8) = r0
if r0 != 0 goto mine
r1 = *(u64 *)(r8 + 8)
*(u64 *)(r7 + 16) = r1
r1 = r8
call kfunc[bpf_res_spin_unlock]
mine: r1 = map[alone][0]+8
r2 = r10
r2 += -16
call kfunc[bpf_res_spin_unlock_irqrestore]
out: r1 = r10
r1 += -8
call kfunc[bpf_local_irq_restore]
r0 = 0
exit
