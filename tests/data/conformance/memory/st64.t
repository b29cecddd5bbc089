ST64: 64 bits of an immediate, sign-extended.
-- asm
r7 = *(u64 *)(r1 +8)
*(u64 *)(r1 +64) = r7
*(u64 *)(r1 +72) = r7
r$S = *(u64 *)(r1 +0)
*(u64 *)(r1 $O) = $K
r0 = 0
exit
-- cases
program S=2 O=+64 K=0
0 123456789abcdef0 -> 0 123456789abcdef0
0 ffffffffffffffff -> 0 ffffffffffffffff
program S=2 O=+64 K=1
0 123456789abcdef0 -> 1 123456789abcdef0
0 ffffffffffffffff -> 1 ffffffffffffffff
program S=2 O=+64 K=-1
0 123456789abcdef0 -> ffffffffffffffff 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+64 K=127
0 123456789abcdef0 -> 7f 123456789abcdef0
0 ffffffffffffffff -> 7f ffffffffffffffff
program S=2 O=+64 K=128
0 123456789abcdef0 -> 80 123456789abcdef0
0 ffffffffffffffff -> 80 ffffffffffffffff
program S=2 O=+64 K=-128
0 123456789abcdef0 -> ffffffffffffff80 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffff80 ffffffffffffffff
program S=2 O=+64 K=32767
0 123456789abcdef0 -> 7fff 123456789abcdef0
0 ffffffffffffffff -> 7fff ffffffffffffffff
program S=2 O=+64 K=32768
0 123456789abcdef0 -> 8000 123456789abcdef0
0 ffffffffffffffff -> 8000 ffffffffffffffff
program S=2 O=+64 K=2147483647
0 123456789abcdef0 -> 7fffffff 123456789abcdef0
0 ffffffffffffffff -> 7fffffff ffffffffffffffff
program S=2 O=+64 K=-2147483648
0 123456789abcdef0 -> ffffffff80000000 123456789abcdef0
0 ffffffffffffffff -> ffffffff80000000 ffffffffffffffff
program S=2 O=+64 K=305419896
0 123456789abcdef0 -> 12345678 123456789abcdef0
0 ffffffffffffffff -> 12345678 ffffffffffffffff
program S=2 O=+65 K=0 !linux
0 123456789abcdef0 -> f0 123456789abcde00
0 ffffffffffffffff -> ff ffffffffffffff00
program S=2 O=+65 K=1 !linux
0 123456789abcdef0 -> 1f0 123456789abcde00
0 ffffffffffffffff -> 1ff ffffffffffffff00
program S=2 O=+65 K=-1 !linux
0 123456789abcdef0 -> fffffffffffffff0 123456789abcdeff
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+65 K=127 !linux
0 123456789abcdef0 -> 7ff0 123456789abcde00
0 ffffffffffffffff -> 7fff ffffffffffffff00
program S=2 O=+65 K=128 !linux
0 123456789abcdef0 -> 80f0 123456789abcde00
0 ffffffffffffffff -> 80ff ffffffffffffff00
program S=2 O=+65 K=-128 !linux
0 123456789abcdef0 -> ffffffffffff80f0 123456789abcdeff
0 ffffffffffffffff -> ffffffffffff80ff ffffffffffffffff
program S=2 O=+65 K=32767 !linux
0 123456789abcdef0 -> 7ffff0 123456789abcde00
0 ffffffffffffffff -> 7fffff ffffffffffffff00
program S=2 O=+65 K=32768 !linux
0 123456789abcdef0 -> 8000f0 123456789abcde00
0 ffffffffffffffff -> 8000ff ffffffffffffff00
program S=2 O=+65 K=2147483647 !linux
0 123456789abcdef0 -> 7ffffffff0 123456789abcde00
0 ffffffffffffffff -> 7fffffffff ffffffffffffff00
program S=2 O=+65 K=-2147483648 !linux
0 123456789abcdef0 -> ffffff80000000f0 123456789abcdeff
0 ffffffffffffffff -> ffffff80000000ff ffffffffffffffff
program S=2 O=+65 K=305419896 !linux
0 123456789abcdef0 -> 12345678f0 123456789abcde00
0 ffffffffffffffff -> 12345678ff ffffffffffffff00
program S=2 O=+67 K=0 !linux
0 123456789abcdef0 -> bcdef0 123456789a000000
0 ffffffffffffffff -> ffffff ffffffffff000000
program S=2 O=+67 K=1 !linux
0 123456789abcdef0 -> 1bcdef0 123456789a000000
0 ffffffffffffffff -> 1ffffff ffffffffff000000
program S=2 O=+67 K=-1 !linux
0 123456789abcdef0 -> ffffffffffbcdef0 123456789affffff
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+67 K=127 !linux
0 123456789abcdef0 -> 7fbcdef0 123456789a000000
0 ffffffffffffffff -> 7fffffff ffffffffff000000
program S=2 O=+67 K=128 !linux
0 123456789abcdef0 -> 80bcdef0 123456789a000000
0 ffffffffffffffff -> 80ffffff ffffffffff000000
program S=2 O=+67 K=-128 !linux
0 123456789abcdef0 -> ffffffff80bcdef0 123456789affffff
0 ffffffffffffffff -> ffffffff80ffffff ffffffffffffffff
program S=2 O=+67 K=32767 !linux
0 123456789abcdef0 -> 7fffbcdef0 123456789a000000
0 ffffffffffffffff -> 7fffffffff ffffffffff000000
program S=2 O=+67 K=32768 !linux
0 123456789abcdef0 -> 8000bcdef0 123456789a000000
0 ffffffffffffffff -> 8000ffffff ffffffffff000000
program S=2 O=+67 K=2147483647 !linux
0 123456789abcdef0 -> 7fffffffbcdef0 123456789a000000
0 ffffffffffffffff -> 7fffffffffffff ffffffffff000000
program S=2 O=+67 K=-2147483648 !linux
0 123456789abcdef0 -> ff80000000bcdef0 123456789affffff
0 ffffffffffffffff -> ff80000000ffffff ffffffffffffffff
program S=2 O=+67 K=305419896 !linux
0 123456789abcdef0 -> 12345678bcdef0 123456789a000000
0 ffffffffffffffff -> 12345678ffffff ffffffffff000000
program S=2 O=+71 K=0 !linux
0 123456789abcdef0 -> 3456789abcdef0 1200000000000000
0 ffffffffffffffff -> ffffffffffffff ff00000000000000
program S=2 O=+71 K=1 !linux
0 123456789abcdef0 -> 13456789abcdef0 1200000000000000
0 ffffffffffffffff -> 1ffffffffffffff ff00000000000000
program S=2 O=+71 K=-1 !linux
0 123456789abcdef0 -> ff3456789abcdef0 12ffffffffffffff
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+71 K=127 !linux
0 123456789abcdef0 -> 7f3456789abcdef0 1200000000000000
0 ffffffffffffffff -> 7fffffffffffffff ff00000000000000
program S=2 O=+71 K=128 !linux
0 123456789abcdef0 -> 803456789abcdef0 1200000000000000
0 ffffffffffffffff -> 80ffffffffffffff ff00000000000000
program S=2 O=+71 K=-128 !linux
0 123456789abcdef0 -> 803456789abcdef0 12ffffffffffffff
0 ffffffffffffffff -> 80ffffffffffffff ffffffffffffffff
program S=2 O=+71 K=32767 !linux
0 123456789abcdef0 -> ff3456789abcdef0 120000000000007f
0 ffffffffffffffff -> ffffffffffffffff ff0000000000007f
program S=2 O=+71 K=32768 !linux
0 123456789abcdef0 -> 3456789abcdef0 1200000000000080
0 ffffffffffffffff -> ffffffffffffff ff00000000000080
program S=2 O=+71 K=2147483647 !linux
0 123456789abcdef0 -> ff3456789abcdef0 12000000007fffff
0 ffffffffffffffff -> ffffffffffffffff ff000000007fffff
program S=2 O=+71 K=-2147483648 !linux
0 123456789abcdef0 -> 3456789abcdef0 12ffffffff800000
0 ffffffffffffffff -> ffffffffffffff ffffffffff800000
program S=2 O=+71 K=305419896 !linux
0 123456789abcdef0 -> 783456789abcdef0 1200000000123456
0 ffffffffffffffff -> 78ffffffffffffff ff00000000123456
