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
  help         list the commands, or explain one
  completion   print a script that completes the command line

Examples:
  skep filter -r examples/demo.pcap 'udp port 53'
  skep explain 'not port 22 and tcp[tcpflags] & tcp-syn != 0'
  skep help
  eval "$(skep completion bash)"
-- exit
0
