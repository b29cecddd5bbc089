What is no hex is shown where it is.
-- run
t() { printf "$1" | skep dis; echo $?; }
t 'b7 00 0g\n'
t '95 00\n00 0\n'
t 'r0 = 1\n'
printf 'b7 \267\n' | skep dis --hex
printf '95 00\0 00' | skep dis --hex
-- stdout
1
1
1
-- stderr
skep: standard input: '0' is half a byte: a byte has two hex digits
  b7 00 0g
        ^
skep: standard input: line 2: '0' is half a byte: a byte has two hex digits
  00 0
     ^
skep: standard input: 'r' is no hex digit
  r0 = 1
  ^
skep: standard input: byte 0xb7 is no hex digit
skep: standard input: a byte 0, which no text has, at byte 5
-- exit
1
