What is wrong in a text is shown where it is.
-- run
t() { printf "$1" | skep asm; }
t 'r0 = 0\nr11 = 5\nexit\n'
t 'foo r1\n'
t '\tr1 ? 2\n'
t 'r1\n'
t 'exit now\n'
t 'r1 += 4294967296\n'
t 'r1 = 12z\n'
t 'r1 = -r2\n'
t 'r0 = *(u32 *)(r1 + 32768)\n'
t 'goto out\nexit\n'
t 'a: exit\na: exit\n'
t 'call bpf_get_prandom_u32#5\n'
t 'call nobody\nexit\n'
t 'r1 = map[nothing]\nexit\n'
-- stderr
skep: standard input: line 2: 'r11' is not a register: eBPF has r0 to r10
  r11 = 5
  ^~~
skep: standard input: no instruction begins with 'foo': write `r1 += 2`, `if r1 > 5 goto +3`, `r0 = *(u32 *)(r1 +8)`, or mnemonics: `add %r1, 2`, `jgt %r1, 5, +3`
  foo r1
  ^~~
skep: standard input: '?' does not fit here: expected '+=', '-=', '*=', '/=', 's/=', '|=', '&=', '<<=', '>>=', '%=', 's%=' or '^=', among others
  	r1 ? 2
  	   ^
skep: standard input: the line ends too early: expected '+=', '-=', '*=', '/=', 's/=', '|=', '&=', '<<=', '>>=', '%=', 's%=' or '^=', among others
  r1
    ^
skep: standard input: 'now' does not fit here: expected the end of the line
  exit now
       ^~~
skep: standard input: '4294967296' does not fit into the 32 bits of an immediate
  r1 += 4294967296
        ^~~~~~~~~~
skep: standard input: '12z' is not a number
  r1 = 12z
       ^~~
skep: standard input: 'r2' is another register, but this works in place
  r1 = -r2
        ^~
skep: standard input: '+ 32768' is past the range of off, -32768 to 32767
  r0 = *(u32 *)(r1 + 32768)
                   ^~~~~~~
skep: standard input: there is no label 'out': a label is a line `out:` before the instruction it names; a distance has a sign, like +3
  goto out
       ^~~
skep: standard input: line 2: label 'a' stands here for the second time
  a: exit
  ^
skep: standard input: '#5' is not the number of this helper
  call bpf_get_prandom_u32#5
                          ^~
skep: standard input: 'nobody' is neither a helper nor a label
  call nobody
       ^~~~~~
skep: standard input: there is no data or map 'nothing': a line `.data nothing "text" 00ff` makes it, `.map nothing` declares it
  r1 = map[nothing]
           ^~~~~~~
-- exit
1
