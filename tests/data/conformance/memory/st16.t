ST16: 16 bits of an immediate, sign-extended.
-- asm
r7 = *(u64 *)(r1 +8)
*(u64 *)(r1 +64) = r7
*(u64 *)(r1 +72) = r7
r$S = *(u64 *)(r1 +0)
*(u16 *)(r1 $O) = $K
r0 = 0
exit
-- cases
program S=2 O=+64 K=0
0 123456789abcdef0 -> 123456789abc0000 123456789abcdef0
0 ffffffffffffffff -> ffffffffffff0000 ffffffffffffffff
program S=2 O=+64 K=1
0 123456789abcdef0 -> 123456789abc0001 123456789abcdef0
0 ffffffffffffffff -> ffffffffffff0001 ffffffffffffffff
program S=2 O=+64 K=-1
0 123456789abcdef0 -> 123456789abcffff 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+64 K=127
0 123456789abcdef0 -> 123456789abc007f 123456789abcdef0
0 ffffffffffffffff -> ffffffffffff007f ffffffffffffffff
program S=2 O=+64 K=128
0 123456789abcdef0 -> 123456789abc0080 123456789abcdef0
0 ffffffffffffffff -> ffffffffffff0080 ffffffffffffffff
program S=2 O=+64 K=-128
0 123456789abcdef0 -> 123456789abcff80 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffff80 ffffffffffffffff
program S=2 O=+64 K=32767
0 123456789abcdef0 -> 123456789abc7fff 123456789abcdef0
0 ffffffffffffffff -> ffffffffffff7fff ffffffffffffffff
program S=2 O=+64 K=32768
0 123456789abcdef0 -> 123456789abc8000 123456789abcdef0
0 ffffffffffffffff -> ffffffffffff8000 ffffffffffffffff
program S=2 O=+64 K=2147483647
0 123456789abcdef0 -> 123456789abcffff 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+64 K=-2147483648
0 123456789abcdef0 -> 123456789abc0000 123456789abcdef0
0 ffffffffffffffff -> ffffffffffff0000 ffffffffffffffff
program S=2 O=+64 K=305419896
0 123456789abcdef0 -> 123456789abc5678 123456789abcdef0
0 ffffffffffffffff -> ffffffffffff5678 ffffffffffffffff
program S=2 O=+65 K=0 !linux
0 123456789abcdef0 -> 123456789a0000f0 123456789abcdef0
0 ffffffffffffffff -> ffffffffff0000ff ffffffffffffffff
program S=2 O=+65 K=1 !linux
0 123456789abcdef0 -> 123456789a0001f0 123456789abcdef0
0 ffffffffffffffff -> ffffffffff0001ff ffffffffffffffff
program S=2 O=+65 K=-1 !linux
0 123456789abcdef0 -> 123456789afffff0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+65 K=127 !linux
0 123456789abcdef0 -> 123456789a007ff0 123456789abcdef0
0 ffffffffffffffff -> ffffffffff007fff ffffffffffffffff
program S=2 O=+65 K=128 !linux
0 123456789abcdef0 -> 123456789a0080f0 123456789abcdef0
0 ffffffffffffffff -> ffffffffff0080ff ffffffffffffffff
program S=2 O=+65 K=-128 !linux
0 123456789abcdef0 -> 123456789aff80f0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffff80ff ffffffffffffffff
program S=2 O=+65 K=32767 !linux
0 123456789abcdef0 -> 123456789a7ffff0 123456789abcdef0
0 ffffffffffffffff -> ffffffffff7fffff ffffffffffffffff
program S=2 O=+65 K=32768 !linux
0 123456789abcdef0 -> 123456789a8000f0 123456789abcdef0
0 ffffffffffffffff -> ffffffffff8000ff ffffffffffffffff
program S=2 O=+65 K=2147483647 !linux
0 123456789abcdef0 -> 123456789afffff0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+65 K=-2147483648 !linux
0 123456789abcdef0 -> 123456789a0000f0 123456789abcdef0
0 ffffffffffffffff -> ffffffffff0000ff ffffffffffffffff
program S=2 O=+65 K=305419896 !linux
0 123456789abcdef0 -> 123456789a5678f0 123456789abcdef0
0 ffffffffffffffff -> ffffffffff5678ff ffffffffffffffff
program S=2 O=+66 K=0
0 123456789abcdef0 -> 123456780000def0 123456789abcdef0
0 ffffffffffffffff -> ffffffff0000ffff ffffffffffffffff
program S=2 O=+66 K=1
0 123456789abcdef0 -> 123456780001def0 123456789abcdef0
0 ffffffffffffffff -> ffffffff0001ffff ffffffffffffffff
program S=2 O=+66 K=-1
0 123456789abcdef0 -> 12345678ffffdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+66 K=127
0 123456789abcdef0 -> 12345678007fdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffff007fffff ffffffffffffffff
program S=2 O=+66 K=128
0 123456789abcdef0 -> 123456780080def0 123456789abcdef0
0 ffffffffffffffff -> ffffffff0080ffff ffffffffffffffff
program S=2 O=+66 K=-128
0 123456789abcdef0 -> 12345678ff80def0 123456789abcdef0
0 ffffffffffffffff -> ffffffffff80ffff ffffffffffffffff
program S=2 O=+66 K=32767
0 123456789abcdef0 -> 123456787fffdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffff7fffffff ffffffffffffffff
program S=2 O=+66 K=32768
0 123456789abcdef0 -> 123456788000def0 123456789abcdef0
0 ffffffffffffffff -> ffffffff8000ffff ffffffffffffffff
program S=2 O=+66 K=2147483647
0 123456789abcdef0 -> 12345678ffffdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+66 K=-2147483648
0 123456789abcdef0 -> 123456780000def0 123456789abcdef0
0 ffffffffffffffff -> ffffffff0000ffff ffffffffffffffff
program S=2 O=+66 K=305419896
0 123456789abcdef0 -> 123456785678def0 123456789abcdef0
0 ffffffffffffffff -> ffffffff5678ffff ffffffffffffffff
program S=2 O=+67 K=0 !linux
0 123456789abcdef0 -> 1234560000bcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffff0000ffffff ffffffffffffffff
program S=2 O=+67 K=1 !linux
0 123456789abcdef0 -> 1234560001bcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffff0001ffffff ffffffffffffffff
program S=2 O=+67 K=-1 !linux
0 123456789abcdef0 -> 123456ffffbcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+67 K=127 !linux
0 123456789abcdef0 -> 123456007fbcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffff007fffffff ffffffffffffffff
program S=2 O=+67 K=128 !linux
0 123456789abcdef0 -> 1234560080bcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffff0080ffffff ffffffffffffffff
program S=2 O=+67 K=-128 !linux
0 123456789abcdef0 -> 123456ff80bcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffff80ffffff ffffffffffffffff
program S=2 O=+67 K=32767 !linux
0 123456789abcdef0 -> 1234567fffbcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffff7fffffffff ffffffffffffffff
program S=2 O=+67 K=32768 !linux
0 123456789abcdef0 -> 1234568000bcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffff8000ffffff ffffffffffffffff
program S=2 O=+67 K=2147483647 !linux
0 123456789abcdef0 -> 123456ffffbcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+67 K=-2147483648 !linux
0 123456789abcdef0 -> 1234560000bcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffff0000ffffff ffffffffffffffff
program S=2 O=+67 K=305419896 !linux
0 123456789abcdef0 -> 1234565678bcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffff5678ffffff ffffffffffffffff
program S=2 O=+70 K=0
0 123456789abcdef0 -> 56789abcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffff ffffffffffffffff
program S=2 O=+70 K=1
0 123456789abcdef0 -> 156789abcdef0 123456789abcdef0
0 ffffffffffffffff -> 1ffffffffffff ffffffffffffffff
program S=2 O=+70 K=-1
0 123456789abcdef0 -> ffff56789abcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+70 K=127
0 123456789abcdef0 -> 7f56789abcdef0 123456789abcdef0
0 ffffffffffffffff -> 7fffffffffffff ffffffffffffffff
program S=2 O=+70 K=128
0 123456789abcdef0 -> 8056789abcdef0 123456789abcdef0
0 ffffffffffffffff -> 80ffffffffffff ffffffffffffffff
program S=2 O=+70 K=-128
0 123456789abcdef0 -> ff8056789abcdef0 123456789abcdef0
0 ffffffffffffffff -> ff80ffffffffffff ffffffffffffffff
program S=2 O=+70 K=32767
0 123456789abcdef0 -> 7fff56789abcdef0 123456789abcdef0
0 ffffffffffffffff -> 7fffffffffffffff ffffffffffffffff
program S=2 O=+70 K=32768
0 123456789abcdef0 -> 800056789abcdef0 123456789abcdef0
0 ffffffffffffffff -> 8000ffffffffffff ffffffffffffffff
program S=2 O=+70 K=2147483647
0 123456789abcdef0 -> ffff56789abcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+70 K=-2147483648
0 123456789abcdef0 -> 56789abcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffff ffffffffffffffff
program S=2 O=+70 K=305419896
0 123456789abcdef0 -> 567856789abcdef0 123456789abcdef0
0 ffffffffffffffff -> 5678ffffffffffff ffffffffffffffff
program S=2 O=+71 K=0 !linux
0 123456789abcdef0 -> 3456789abcdef0 123456789abcde00
0 ffffffffffffffff -> ffffffffffffff ffffffffffffff00
program S=2 O=+71 K=1 !linux
0 123456789abcdef0 -> 13456789abcdef0 123456789abcde00
0 ffffffffffffffff -> 1ffffffffffffff ffffffffffffff00
program S=2 O=+71 K=-1 !linux
0 123456789abcdef0 -> ff3456789abcdef0 123456789abcdeff
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+71 K=127 !linux
0 123456789abcdef0 -> 7f3456789abcdef0 123456789abcde00
0 ffffffffffffffff -> 7fffffffffffffff ffffffffffffff00
program S=2 O=+71 K=128 !linux
0 123456789abcdef0 -> 803456789abcdef0 123456789abcde00
0 ffffffffffffffff -> 80ffffffffffffff ffffffffffffff00
program S=2 O=+71 K=-128 !linux
0 123456789abcdef0 -> 803456789abcdef0 123456789abcdeff
0 ffffffffffffffff -> 80ffffffffffffff ffffffffffffffff
program S=2 O=+71 K=32767 !linux
0 123456789abcdef0 -> ff3456789abcdef0 123456789abcde7f
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffff7f
program S=2 O=+71 K=32768 !linux
0 123456789abcdef0 -> 3456789abcdef0 123456789abcde80
0 ffffffffffffffff -> ffffffffffffff ffffffffffffff80
program S=2 O=+71 K=2147483647 !linux
0 123456789abcdef0 -> ff3456789abcdef0 123456789abcdeff
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+71 K=-2147483648 !linux
0 123456789abcdef0 -> 3456789abcdef0 123456789abcde00
0 ffffffffffffffff -> ffffffffffffff ffffffffffffff00
program S=2 O=+71 K=305419896 !linux
0 123456789abcdef0 -> 783456789abcdef0 123456789abcde56
0 ffffffffffffffff -> 78ffffffffffffff ffffffffffffff56
program S=2 O=+77 K=0 !linux
0 123456789abcdef0 -> 123456789abcdef0 120000789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ff0000ffffffffff
program S=2 O=+77 K=1 !linux
0 123456789abcdef0 -> 123456789abcdef0 120001789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ff0001ffffffffff
program S=2 O=+77 K=-1 !linux
0 123456789abcdef0 -> 123456789abcdef0 12ffff789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+77 K=127 !linux
0 123456789abcdef0 -> 123456789abcdef0 12007f789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ff007fffffffffff
program S=2 O=+77 K=128 !linux
0 123456789abcdef0 -> 123456789abcdef0 120080789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ff0080ffffffffff
program S=2 O=+77 K=-128 !linux
0 123456789abcdef0 -> 123456789abcdef0 12ff80789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffff80ffffffffff
program S=2 O=+77 K=32767 !linux
0 123456789abcdef0 -> 123456789abcdef0 127fff789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ff7fffffffffffff
program S=2 O=+77 K=32768 !linux
0 123456789abcdef0 -> 123456789abcdef0 128000789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ff8000ffffffffff
program S=2 O=+77 K=2147483647 !linux
0 123456789abcdef0 -> 123456789abcdef0 12ffff789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+77 K=-2147483648 !linux
0 123456789abcdef0 -> 123456789abcdef0 120000789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ff0000ffffffffff
program S=2 O=+77 K=305419896 !linux
0 123456789abcdef0 -> 123456789abcdef0 125678789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ff5678ffffffffff
program S=2 O=+78 K=0
0 123456789abcdef0 -> 123456789abcdef0 56789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffff
program S=2 O=+78 K=1
0 123456789abcdef0 -> 123456789abcdef0 156789abcdef0
0 ffffffffffffffff -> ffffffffffffffff 1ffffffffffff
program S=2 O=+78 K=-1
0 123456789abcdef0 -> 123456789abcdef0 ffff56789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+78 K=127
0 123456789abcdef0 -> 123456789abcdef0 7f56789abcdef0
0 ffffffffffffffff -> ffffffffffffffff 7fffffffffffff
program S=2 O=+78 K=128
0 123456789abcdef0 -> 123456789abcdef0 8056789abcdef0
0 ffffffffffffffff -> ffffffffffffffff 80ffffffffffff
program S=2 O=+78 K=-128
0 123456789abcdef0 -> 123456789abcdef0 ff8056789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ff80ffffffffffff
program S=2 O=+78 K=32767
0 123456789abcdef0 -> 123456789abcdef0 7fff56789abcdef0
0 ffffffffffffffff -> ffffffffffffffff 7fffffffffffffff
program S=2 O=+78 K=32768
0 123456789abcdef0 -> 123456789abcdef0 800056789abcdef0
0 ffffffffffffffff -> ffffffffffffffff 8000ffffffffffff
program S=2 O=+78 K=2147483647
0 123456789abcdef0 -> 123456789abcdef0 ffff56789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+78 K=-2147483648
0 123456789abcdef0 -> 123456789abcdef0 56789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffff
program S=2 O=+78 K=305419896
0 123456789abcdef0 -> 123456789abcdef0 567856789abcdef0
0 ffffffffffffffff -> ffffffffffffffff 5678ffffffffffff
