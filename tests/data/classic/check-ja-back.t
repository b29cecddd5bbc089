A loop.
-- program
ldh [12]
ja 0
ret #0
-- error
instruction 1: range: instruction 1 jumps backward by 2
hint: classic BPF has no loops: unroll it
