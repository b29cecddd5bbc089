ST32: 32 bits of an immediate, sign-extended.
-- asm
r7 = *(u64 *)(r1 +8)
*(u64 *)(r1 +64) = r7
*(u64 *)(r1 +72) = r7
r$S = *(u64 *)(r1 +0)
*(u32 *)(r1 $O) = $K
r0 = 0
exit
-- cases
program S=2 O=+64 K=0
0 123456789abcdef0 -> 1234567800000000 123456789abcdef0
0 ffffffffffffffff -> ffffffff00000000 ffffffffffffffff
program S=2 O=+64 K=1
0 123456789abcdef0 -> 1234567800000001 123456789abcdef0
0 ffffffffffffffff -> ffffffff00000001 ffffffffffffffff
program S=2 O=+64 K=-1
0 123456789abcdef0 -> 12345678ffffffff 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+64 K=127
0 123456789abcdef0 -> 123456780000007f 123456789abcdef0
0 ffffffffffffffff -> ffffffff0000007f ffffffffffffffff
program S=2 O=+64 K=128
0 123456789abcdef0 -> 1234567800000080 123456789abcdef0
0 ffffffffffffffff -> ffffffff00000080 ffffffffffffffff
program S=2 O=+64 K=-128
0 123456789abcdef0 -> 12345678ffffff80 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffff80 ffffffffffffffff
program S=2 O=+64 K=32767
0 123456789abcdef0 -> 1234567800007fff 123456789abcdef0
0 ffffffffffffffff -> ffffffff00007fff ffffffffffffffff
program S=2 O=+64 K=32768
0 123456789abcdef0 -> 1234567800008000 123456789abcdef0
0 ffffffffffffffff -> ffffffff00008000 ffffffffffffffff
program S=2 O=+64 K=2147483647
0 123456789abcdef0 -> 123456787fffffff 123456789abcdef0
0 ffffffffffffffff -> ffffffff7fffffff ffffffffffffffff
program S=2 O=+64 K=-2147483648
0 123456789abcdef0 -> 1234567880000000 123456789abcdef0
0 ffffffffffffffff -> ffffffff80000000 ffffffffffffffff
program S=2 O=+64 K=305419896
0 123456789abcdef0 -> 1234567812345678 123456789abcdef0
0 ffffffffffffffff -> ffffffff12345678 ffffffffffffffff
program S=2 O=+65 K=0 !linux
0 123456789abcdef0 -> 12345600000000f0 123456789abcdef0
0 ffffffffffffffff -> ffffff00000000ff ffffffffffffffff
program S=2 O=+65 K=1 !linux
0 123456789abcdef0 -> 12345600000001f0 123456789abcdef0
0 ffffffffffffffff -> ffffff00000001ff ffffffffffffffff
program S=2 O=+65 K=-1 !linux
0 123456789abcdef0 -> 123456fffffffff0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+65 K=127 !linux
0 123456789abcdef0 -> 1234560000007ff0 123456789abcdef0
0 ffffffffffffffff -> ffffff0000007fff ffffffffffffffff
program S=2 O=+65 K=128 !linux
0 123456789abcdef0 -> 12345600000080f0 123456789abcdef0
0 ffffffffffffffff -> ffffff00000080ff ffffffffffffffff
program S=2 O=+65 K=-128 !linux
0 123456789abcdef0 -> 123456ffffff80f0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffff80ff ffffffffffffffff
program S=2 O=+65 K=32767 !linux
0 123456789abcdef0 -> 12345600007ffff0 123456789abcdef0
0 ffffffffffffffff -> ffffff00007fffff ffffffffffffffff
program S=2 O=+65 K=32768 !linux
0 123456789abcdef0 -> 12345600008000f0 123456789abcdef0
0 ffffffffffffffff -> ffffff00008000ff ffffffffffffffff
program S=2 O=+65 K=2147483647 !linux
0 123456789abcdef0 -> 1234567ffffffff0 123456789abcdef0
0 ffffffffffffffff -> ffffff7fffffffff ffffffffffffffff
program S=2 O=+65 K=-2147483648 !linux
0 123456789abcdef0 -> 12345680000000f0 123456789abcdef0
0 ffffffffffffffff -> ffffff80000000ff ffffffffffffffff
program S=2 O=+65 K=305419896 !linux
0 123456789abcdef0 -> 12345612345678f0 123456789abcdef0
0 ffffffffffffffff -> ffffff12345678ff ffffffffffffffff
program S=2 O=+67 K=0 !linux
0 123456789abcdef0 -> 1200000000bcdef0 123456789abcdef0
0 ffffffffffffffff -> ff00000000ffffff ffffffffffffffff
program S=2 O=+67 K=1 !linux
0 123456789abcdef0 -> 1200000001bcdef0 123456789abcdef0
0 ffffffffffffffff -> ff00000001ffffff ffffffffffffffff
program S=2 O=+67 K=-1 !linux
0 123456789abcdef0 -> 12ffffffffbcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+67 K=127 !linux
0 123456789abcdef0 -> 120000007fbcdef0 123456789abcdef0
0 ffffffffffffffff -> ff0000007fffffff ffffffffffffffff
program S=2 O=+67 K=128 !linux
0 123456789abcdef0 -> 1200000080bcdef0 123456789abcdef0
0 ffffffffffffffff -> ff00000080ffffff ffffffffffffffff
program S=2 O=+67 K=-128 !linux
0 123456789abcdef0 -> 12ffffff80bcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffff80ffffff ffffffffffffffff
program S=2 O=+67 K=32767 !linux
0 123456789abcdef0 -> 1200007fffbcdef0 123456789abcdef0
0 ffffffffffffffff -> ff00007fffffffff ffffffffffffffff
program S=2 O=+67 K=32768 !linux
0 123456789abcdef0 -> 1200008000bcdef0 123456789abcdef0
0 ffffffffffffffff -> ff00008000ffffff ffffffffffffffff
program S=2 O=+67 K=2147483647 !linux
0 123456789abcdef0 -> 127fffffffbcdef0 123456789abcdef0
0 ffffffffffffffff -> ff7fffffffffffff ffffffffffffffff
program S=2 O=+67 K=-2147483648 !linux
0 123456789abcdef0 -> 1280000000bcdef0 123456789abcdef0
0 ffffffffffffffff -> ff80000000ffffff ffffffffffffffff
program S=2 O=+67 K=305419896 !linux
0 123456789abcdef0 -> 1212345678bcdef0 123456789abcdef0
0 ffffffffffffffff -> ff12345678ffffff ffffffffffffffff
program S=2 O=+68 K=0
0 123456789abcdef0 -> 9abcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffff ffffffffffffffff
program S=2 O=+68 K=1
0 123456789abcdef0 -> 19abcdef0 123456789abcdef0
0 ffffffffffffffff -> 1ffffffff ffffffffffffffff
program S=2 O=+68 K=-1
0 123456789abcdef0 -> ffffffff9abcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+68 K=127
0 123456789abcdef0 -> 7f9abcdef0 123456789abcdef0
0 ffffffffffffffff -> 7fffffffff ffffffffffffffff
program S=2 O=+68 K=128
0 123456789abcdef0 -> 809abcdef0 123456789abcdef0
0 ffffffffffffffff -> 80ffffffff ffffffffffffffff
program S=2 O=+68 K=-128
0 123456789abcdef0 -> ffffff809abcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffff80ffffffff ffffffffffffffff
program S=2 O=+68 K=32767
0 123456789abcdef0 -> 7fff9abcdef0 123456789abcdef0
0 ffffffffffffffff -> 7fffffffffff ffffffffffffffff
program S=2 O=+68 K=32768
0 123456789abcdef0 -> 80009abcdef0 123456789abcdef0
0 ffffffffffffffff -> 8000ffffffff ffffffffffffffff
program S=2 O=+68 K=2147483647
0 123456789abcdef0 -> 7fffffff9abcdef0 123456789abcdef0
0 ffffffffffffffff -> 7fffffffffffffff ffffffffffffffff
program S=2 O=+68 K=-2147483648
0 123456789abcdef0 -> 800000009abcdef0 123456789abcdef0
0 ffffffffffffffff -> 80000000ffffffff ffffffffffffffff
program S=2 O=+68 K=305419896
0 123456789abcdef0 -> 123456789abcdef0 123456789abcdef0
0 ffffffffffffffff -> 12345678ffffffff ffffffffffffffff
program S=2 O=+69 K=0 !linux
0 123456789abcdef0 -> 789abcdef0 123456789abcde00
0 ffffffffffffffff -> ffffffffff ffffffffffffff00
program S=2 O=+69 K=1 !linux
0 123456789abcdef0 -> 1789abcdef0 123456789abcde00
0 ffffffffffffffff -> 1ffffffffff ffffffffffffff00
program S=2 O=+69 K=-1 !linux
0 123456789abcdef0 -> ffffff789abcdef0 123456789abcdeff
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+69 K=127 !linux
0 123456789abcdef0 -> 7f789abcdef0 123456789abcde00
0 ffffffffffffffff -> 7fffffffffff ffffffffffffff00
program S=2 O=+69 K=128 !linux
0 123456789abcdef0 -> 80789abcdef0 123456789abcde00
0 ffffffffffffffff -> 80ffffffffff ffffffffffffff00
program S=2 O=+69 K=-128 !linux
0 123456789abcdef0 -> ffff80789abcdef0 123456789abcdeff
0 ffffffffffffffff -> ffff80ffffffffff ffffffffffffffff
program S=2 O=+69 K=32767 !linux
0 123456789abcdef0 -> 7fff789abcdef0 123456789abcde00
0 ffffffffffffffff -> 7fffffffffffff ffffffffffffff00
program S=2 O=+69 K=32768 !linux
0 123456789abcdef0 -> 8000789abcdef0 123456789abcde00
0 ffffffffffffffff -> 8000ffffffffff ffffffffffffff00
program S=2 O=+69 K=2147483647 !linux
0 123456789abcdef0 -> ffffff789abcdef0 123456789abcde7f
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffff7f
program S=2 O=+69 K=-2147483648 !linux
0 123456789abcdef0 -> 789abcdef0 123456789abcde80
0 ffffffffffffffff -> ffffffffff ffffffffffffff80
program S=2 O=+69 K=305419896 !linux
0 123456789abcdef0 -> 345678789abcdef0 123456789abcde12
0 ffffffffffffffff -> 345678ffffffffff ffffffffffffff12
program S=2 O=+75 K=0 !linux
0 123456789abcdef0 -> 123456789abcdef0 1200000000bcdef0
0 ffffffffffffffff -> ffffffffffffffff ff00000000ffffff
program S=2 O=+75 K=1 !linux
0 123456789abcdef0 -> 123456789abcdef0 1200000001bcdef0
0 ffffffffffffffff -> ffffffffffffffff ff00000001ffffff
program S=2 O=+75 K=-1 !linux
0 123456789abcdef0 -> 123456789abcdef0 12ffffffffbcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+75 K=127 !linux
0 123456789abcdef0 -> 123456789abcdef0 120000007fbcdef0
0 ffffffffffffffff -> ffffffffffffffff ff0000007fffffff
program S=2 O=+75 K=128 !linux
0 123456789abcdef0 -> 123456789abcdef0 1200000080bcdef0
0 ffffffffffffffff -> ffffffffffffffff ff00000080ffffff
program S=2 O=+75 K=-128 !linux
0 123456789abcdef0 -> 123456789abcdef0 12ffffff80bcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffff80ffffff
program S=2 O=+75 K=32767 !linux
0 123456789abcdef0 -> 123456789abcdef0 1200007fffbcdef0
0 ffffffffffffffff -> ffffffffffffffff ff00007fffffffff
program S=2 O=+75 K=32768 !linux
0 123456789abcdef0 -> 123456789abcdef0 1200008000bcdef0
0 ffffffffffffffff -> ffffffffffffffff ff00008000ffffff
program S=2 O=+75 K=2147483647 !linux
0 123456789abcdef0 -> 123456789abcdef0 127fffffffbcdef0
0 ffffffffffffffff -> ffffffffffffffff ff7fffffffffffff
program S=2 O=+75 K=-2147483648 !linux
0 123456789abcdef0 -> 123456789abcdef0 1280000000bcdef0
0 ffffffffffffffff -> ffffffffffffffff ff80000000ffffff
program S=2 O=+75 K=305419896 !linux
0 123456789abcdef0 -> 123456789abcdef0 1212345678bcdef0
0 ffffffffffffffff -> ffffffffffffffff ff12345678ffffff
program S=2 O=+76 K=0
0 123456789abcdef0 -> 123456789abcdef0 9abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffff
program S=2 O=+76 K=1
0 123456789abcdef0 -> 123456789abcdef0 19abcdef0
0 ffffffffffffffff -> ffffffffffffffff 1ffffffff
program S=2 O=+76 K=-1
0 123456789abcdef0 -> 123456789abcdef0 ffffffff9abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffffffffffffff
program S=2 O=+76 K=127
0 123456789abcdef0 -> 123456789abcdef0 7f9abcdef0
0 ffffffffffffffff -> ffffffffffffffff 7fffffffff
program S=2 O=+76 K=128
0 123456789abcdef0 -> 123456789abcdef0 809abcdef0
0 ffffffffffffffff -> ffffffffffffffff 80ffffffff
program S=2 O=+76 K=-128
0 123456789abcdef0 -> 123456789abcdef0 ffffff809abcdef0
0 ffffffffffffffff -> ffffffffffffffff ffffff80ffffffff
program S=2 O=+76 K=32767
0 123456789abcdef0 -> 123456789abcdef0 7fff9abcdef0
0 ffffffffffffffff -> ffffffffffffffff 7fffffffffff
program S=2 O=+76 K=32768
0 123456789abcdef0 -> 123456789abcdef0 80009abcdef0
0 ffffffffffffffff -> ffffffffffffffff 8000ffffffff
program S=2 O=+76 K=2147483647
0 123456789abcdef0 -> 123456789abcdef0 7fffffff9abcdef0
0 ffffffffffffffff -> ffffffffffffffff 7fffffffffffffff
program S=2 O=+76 K=-2147483648
0 123456789abcdef0 -> 123456789abcdef0 800000009abcdef0
0 ffffffffffffffff -> ffffffffffffffff 80000000ffffffff
program S=2 O=+76 K=305419896
0 123456789abcdef0 -> 123456789abcdef0 123456789abcdef0
0 ffffffffffffffff -> ffffffffffffffff 12345678ffffffff
