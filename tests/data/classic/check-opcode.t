An opcode that Linux does not know.
-- program
2,14 0 0 0,6 0 0 0
-- error
instruction 0: invalid: instruction 0 has opcode 0xe, which is not classic BPF of Linux
hint: linux/filter.h has the instructions that Linux allows
