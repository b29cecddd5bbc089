What bpf_image() writes for an opcode that it does not know.
-- program
(000) unimp    0x7f
-- error
line 1, column 7, 5 long: name: 'unimp' is no instruction of classic BPF
hint: instructions are ld ldx st stx add ja ret tax sub jeq mul jgt ldh ldb div jge or jset and lsh rsh neg txa mod xor ldxb
