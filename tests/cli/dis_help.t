The help of dis.
-- run
skep dis --help
-- stdout
skep dis: list eBPF instructions of an object file, of bytes or of hex digits

usage: skep dis [FILE] [--hex | --raw] [--section NAME] [--prog NAME] [OPTION]...

Options:
      --hex                    the file is hex digits; white space, commas and 0x do not count
      --raw                    the file is the bytes of instructions
      --section NAME           of an object file: list the code of this section, and what it calls
      --prog NAME              of an object file: list this program, and what it calls
      --words                  list mnemonics: add %r1, 2
  -x                           list the bytes of each instruction too
  -j, --json                   print one JSON object a line
  -h, --help                   print this

Exit status: 0 done, 1 failed, 2 wrong usage, 3 this kernel or privilege cannot,
4 refused by the verifier, 5 a comparison found a difference.

Examples:
  echo b7 00 00 00 2a 00 00 00 95 00 00 00 00 00 00 00 | skep dis
  skep asm examples/sum.s | skep dis --words -x
  skep asm examples/sum.s | skep dis | skep asm --hex
-- exit
0
