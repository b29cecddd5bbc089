ST8: 8 bits of an immediate, sign-extended.
-- asm
r7 = *(u64 *)(r1 +8)
*(u64 *)(r10 -16) = r7
*(u64 *)(r10 -8) = r7
r$S = *(u64 *)(r1 +0)
*(u8 *)(r10 $O) = $K
r7 = *(u64 *)(r10 -16)
*(u64 *)(r1 +64) = r7
r7 = *(u64 *)(r10 -8)
*(u64 *)(r1 +72) = r7
r0 = 0
exit
-- cases
program S=2 O=-16 K=0
0 123456789abcdef0 -> 123456789abcde00 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffff00 ffffffffffffffff
program S=2 O=-16 K=1
0 123456789abcdef0 -> 123456789abcde01 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffff01 ffffffffffffffff
program S=2 O=-16 K=-1
0 123456789abcdef0 -> 123456789abcdeff 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=-16 K=127
0 123456789abcdef0 -> 123456789abcde7f 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffff7f ffffffffffffffff
program S=2 O=-16 K=128
0 123456789abcdef0 -> 123456789abcde80 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffff80 ffffffffffffffff
program S=2 O=-16 K=-128
0 123456789abcdef0 -> 123456789abcde80 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffff80 ffffffffffffffff
program S=2 O=-16 K=32767
0 123456789abcdef0 -> 123456789abcdeff 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=-16 K=32768
0 123456789abcdef0 -> 123456789abcde00 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffff00 ffffffffffffffff
program S=2 O=-16 K=2147483647
0 123456789abcdef0 -> 123456789abcdeff 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=-16 K=-2147483648
0 123456789abcdef0 -> 123456789abcde00 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffff00 ffffffffffffffff
program S=2 O=-16 K=305419896
0 123456789abcdef0 -> 123456789abcde78 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffff78 ffffffffffffffff
program S=2 O=-15 K=0
0 123456789abcdef0 -> 123456789abc00f0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffff00ff ffffffffffffffff
program S=2 O=-15 K=1
0 123456789abcdef0 -> 123456789abc01f0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffff01ff ffffffffffffffff
program S=2 O=-15 K=-1
0 123456789abcdef0 -> 123456789abcfff0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=-15 K=127
0 123456789abcdef0 -> 123456789abc7ff0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffff7fff ffffffffffffffff
program S=2 O=-15 K=128
0 123456789abcdef0 -> 123456789abc80f0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffff80ff ffffffffffffffff
program S=2 O=-15 K=-128
0 123456789abcdef0 -> 123456789abc80f0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffff80ff ffffffffffffffff
program S=2 O=-15 K=32767
0 123456789abcdef0 -> 123456789abcfff0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=-15 K=32768
0 123456789abcdef0 -> 123456789abc00f0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffff00ff ffffffffffffffff
program S=2 O=-15 K=2147483647
0 123456789abcdef0 -> 123456789abcfff0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=-15 K=-2147483648
0 123456789abcdef0 -> 123456789abc00f0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffff00ff ffffffffffffffff
program S=2 O=-15 K=305419896
0 123456789abcdef0 -> 123456789abc78f0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffff78ff ffffffffffffffff
program S=2 O=-13 K=0
0 123456789abcdef0 -> 1234567800bcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffff00ffffff ffffffffffffffff
program S=2 O=-13 K=1
0 123456789abcdef0 -> 1234567801bcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffff01ffffff ffffffffffffffff
program S=2 O=-13 K=-1
0 123456789abcdef0 -> 12345678ffbcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=-13 K=127
0 123456789abcdef0 -> 123456787fbcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffff7fffffff ffffffffffffffff
program S=2 O=-13 K=128
0 123456789abcdef0 -> 1234567880bcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffff80ffffff ffffffffffffffff
program S=2 O=-13 K=-128
0 123456789abcdef0 -> 1234567880bcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffff80ffffff ffffffffffffffff
program S=2 O=-13 K=32767
0 123456789abcdef0 -> 12345678ffbcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=-13 K=32768
0 123456789abcdef0 -> 1234567800bcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffff00ffffff ffffffffffffffff
program S=2 O=-13 K=2147483647
0 123456789abcdef0 -> 12345678ffbcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=-13 K=-2147483648
0 123456789abcdef0 -> 1234567800bcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffff00ffffff ffffffffffffffff
program S=2 O=-13 K=305419896
0 123456789abcdef0 -> 1234567878bcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffff78ffffff ffffffffffffffff
program S=2 O=-9 K=0
0 123456789abcdef0 -> 3456789abcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffff ffffffffffffffff
program S=2 O=-9 K=1
0 123456789abcdef0 -> 13456789abcdef0 123456789abcdef0
0 ffffffffffffffff -> 1ffffffffffffff ffffffffffffffff
program S=2 O=-9 K=-1
0 123456789abcdef0 -> ff3456789abcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=-9 K=127
0 123456789abcdef0 -> 7f3456789abcdef0 123456789abcdef0
0 ffffffffffffffff -> 7fffffffffffffff ffffffffffffffff
program S=2 O=-9 K=128
0 123456789abcdef0 -> 803456789abcdef0 123456789abcdef0
0 ffffffffffffffff -> 80ffffffffffffff ffffffffffffffff
program S=2 O=-9 K=-128
0 123456789abcdef0 -> 803456789abcdef0 123456789abcdef0
0 ffffffffffffffff -> 80ffffffffffffff ffffffffffffffff
program S=2 O=-9 K=32767
0 123456789abcdef0 -> ff3456789abcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=-9 K=32768
0 123456789abcdef0 -> 3456789abcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffff ffffffffffffffff
program S=2 O=-9 K=2147483647
0 123456789abcdef0 -> ff3456789abcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=-9 K=-2147483648
0 123456789abcdef0 -> 3456789abcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffff ffffffffffffffff
program S=2 O=-9 K=305419896
0 123456789abcdef0 -> 783456789abcdef0 123456789abcdef0
0 ffffffffffffffff -> 78ffffffffffffff ffffffffffffffff
program S=2 O=-2 K=0
0 123456789abcdef0 -> 123456789abcdef0 120056789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ff00ffffffffffff
program S=2 O=-2 K=1
0 123456789abcdef0 -> 123456789abcdef0 120156789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ff01ffffffffffff
program S=2 O=-2 K=-1
0 123456789abcdef0 -> 123456789abcdef0 12ff56789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=-2 K=127
0 123456789abcdef0 -> 123456789abcdef0 127f56789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ff7fffffffffffff
program S=2 O=-2 K=128
0 123456789abcdef0 -> 123456789abcdef0 128056789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ff80ffffffffffff
program S=2 O=-2 K=-128
0 123456789abcdef0 -> 123456789abcdef0 128056789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ff80ffffffffffff
program S=2 O=-2 K=32767
0 123456789abcdef0 -> 123456789abcdef0 12ff56789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=-2 K=32768
0 123456789abcdef0 -> 123456789abcdef0 120056789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ff00ffffffffffff
program S=2 O=-2 K=2147483647
0 123456789abcdef0 -> 123456789abcdef0 12ff56789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=-2 K=-2147483648
0 123456789abcdef0 -> 123456789abcdef0 120056789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ff00ffffffffffff
program S=2 O=-2 K=305419896
0 123456789abcdef0 -> 123456789abcdef0 127856789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ff78ffffffffffff
program S=2 O=-1 K=0
0 123456789abcdef0 -> 123456789abcdef0 3456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffff
program S=2 O=-1 K=1
0 123456789abcdef0 -> 123456789abcdef0 13456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff 1ffffffffffffff
program S=2 O=-1 K=-1
0 123456789abcdef0 -> 123456789abcdef0 ff3456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=-1 K=127
0 123456789abcdef0 -> 123456789abcdef0 7f3456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff 7fffffffffffffff
program S=2 O=-1 K=128
0 123456789abcdef0 -> 123456789abcdef0 803456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff 80ffffffffffffff
program S=2 O=-1 K=-128
0 123456789abcdef0 -> 123456789abcdef0 803456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff 80ffffffffffffff
program S=2 O=-1 K=32767
0 123456789abcdef0 -> 123456789abcdef0 ff3456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=-1 K=32768
0 123456789abcdef0 -> 123456789abcdef0 3456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffff
program S=2 O=-1 K=2147483647
0 123456789abcdef0 -> 123456789abcdef0 ff3456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=-1 K=-2147483648
0 123456789abcdef0 -> 123456789abcdef0 3456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffff
program S=2 O=-1 K=305419896
0 123456789abcdef0 -> 123456789abcdef0 783456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff 78ffffffffffffff
