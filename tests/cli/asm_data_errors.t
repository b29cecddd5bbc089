What is wrong in data is shown where it is.
-- run
t() { printf "$1" | skep asm; }
t '.text\nexit\n'
t '.data\nexit\n'
t '.data 5x 00\nexit\n'
t '.data x 0\nexit\n'
t '.data x 00 hello\nexit\n'
t '.data x 00,\nexit\n'
t '.data x 00*y\nexit\n'
t '.data x 00*67108865\nexit\n'
t '.data x "abc\nexit\n'
t '.data x "a\\q"\nexit\n'
t '.data idx:1 00\nexit\n'
t '.map x 00\nexit\n'
t '.data x 00\n.map y\n.data x 00\nexit\n'
-- stdout
-- stderr
skep: standard input: '.text' is not a directive: .data NAME "text" 00ff, or .map NAME
  .text
  ^~~~~
skep: standard input: the line ends too early: a name has letters, digits, '_' and '.', no digit first
  .data
       ^
skep: standard input: '5x' is not a name: a name has letters, digits, '_' and '.', no digit first
  .data 5x 00
        ^~
skep: standard input: '0' has an odd number of hex digits: a byte has two
  .data x 0
          ^
skep: standard input: 'hello' is neither a text in quotes nor bytes in hex: write "text", 00ff or 00*64
  .data x 00 hello
             ^~~~~
skep: standard input: ',' does not belong behind a byte: part bytes by blanks
  .data x 00,
            ^
skep: standard input: 'y' is not a count: write 00*64 for 64 zeros
  .data x 00*y
             ^
skep: standard input: '67108865' is more than the data of a program may have: the limit is 64 MiB
  .data x 00*67108865
             ^~~~~~~~
skep: standard input: the text has no closing '"'
  .data x "abc
          ^~~~
skep: standard input: '\q"' is not an escape: write \n, \t, \r, \0, \\, \" or \x and two hex digits
  .data x "a\q"
            ^~~
skep: standard input: the next block of data is idx:0, not idx:1
  .data idx:1 00
            ^
skep: standard input: '00' does not belong behind the name: .map NAME says that there is a map, .data NAME what is in it
  .map x 00
         ^~
skep: standard input: line 3: 'x' stands here for the second time
  .data x 00
        ^
-- exit
1
