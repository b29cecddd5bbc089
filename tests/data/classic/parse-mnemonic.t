A mnemonic that does not exist.
-- program
(000) ldh [12]
(001) jeg #0x800 jt 2 jf 3
-- error
line 2, column 7, 3 long: name: 'jeg' is no instruction of classic BPF
hint: instructions are ld ldx st stx add ja ret tax sub jeq mul jgt ldh ldb div jge or jset and lsh rsh neg txa mod xor ldxb
