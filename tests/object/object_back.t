The listing of a whole object is read back, and lists the same instructions.
-- run
skep dis -x $OBJECT >$T/a && skep asm $T/a 2>$T/warning >$T/hex && cat $T/warning
sed -n 's/^[0-9]*: .* ; \([0-9a-f ]*\)$/\1/p' $T/a | tr -d '\n ' >$T/listed
tr -d '\n ' <$T/hex | cmp - $T/listed && echo same
skep asm -j $T/a | grep -c opcode
skep dis --words $OBJECT | skep asm 2>/dev/null | cmp - $T/hex && echo same
-- stdout
skep: warning: the output has the instructions alone, not the data and maps that they have by index: -j has both
same
52
same
-- exit
0
