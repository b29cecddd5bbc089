The list of commands.
-- run
skep help
-- stdout
skep: BPF in user space: packet filters, classic BPF and eBPF

usage: skep COMMAND [OPTION]... [WORD]...
       skep COMMAND --help
       skep --version

  filter       select packets of a capture file or an interface, or list the program that selects them
  explain      say in plain words what an expression selects, with warnings and both programs
  asm          assemble eBPF instructions
  dis          list eBPF instructions of an object file, of bytes or of hex digits
  verify       say whether the programs of an object file are safe to run, and if not, why
  run          run a program of an object file on the packets of a capture file
  diff         compare skep with the running Linux: verdicts, and what a program does to packets and maps
  with         run a command whose bpf(2) goes to skep instead of Linux
  doctor       say what this kernel and these privileges allow of BPF, by trying it, and why not the rest
  attach       attach programs of an object file to the running Linux, print their events and maps
  trace        show what the running Linux does: executions, files, calls, signals, connections, waiting
  top          show the programs that live in Linux: how often and how long they run, and how full maps are
  export       serve runs of programs and what maps hold as metrics, in the form of OpenMetrics
  help         list the commands, or explain one
  completion   print a script that completes the command line

Examples:
  skep filter -r examples/demo.pcap 'udp port 53'
  skep explain 'not port 22 and tcp[tcpflags] & tcp-syn != 0'
  skep asm examples/sum.s
  echo b7 00 00 00 2a 00 00 00 95 00 00 00 00 00 00 00 | skep dis
  clang -target bpf -O2 -g -I/usr/include/$(uname -m)-linux-gnu -c examples/xdp_firewall.bpf.c -o /tmp/fw.bpf.o
  clang -target bpf -O2 -g -I/usr/include/$(uname -m)-linux-gnu -c examples/xdp_firewall.bpf.c -o /tmp/fw.bpf.o
  clang -target bpf -O2 -g -I/usr/include/$(uname -m)-linux-gnu -c examples/xdp_firewall.bpf.c -o /tmp/fw.bpf.o
  skep with python3 tests/system/raw_bpf.py
  skep doctor
  clang -target bpf -O2 -g -I/usr/include/$(uname -m)-linux-gnu -c examples/sock_stats.bpf.c -o /tmp/stats.bpf.o
  skep trace --list
  skep top 1 3
  skep export --once --linux
  skep help
  eval "$(skep completion bash)"
-- exit
0
