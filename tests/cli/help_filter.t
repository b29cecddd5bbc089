The help of a command.
-- run
skep filter --help
-- stdout
skep filter: select packets of a capture file or an interface, or list the program that selects them

usage: skep filter [-r FILE | -i IFACE] [-w FILE] [-c N] [OPTION]... [EXPRESSION]...

Options:
  -r, --read FILE              read packets from a capture file; - is standard input
  -i, --interface IFACE        capture on an interface, the filter runs in Linux; any is all of them
  -w, --write FILE             write matching packets to a capture file; - is standard output
  -F, --file FILE              read the expression from a file; - is standard input
  -c N                         stop after N matching packets
  -s, --snapshot-length N      keep the first N bytes of a packet; 0 is the default, 262144
  -y, --linktype LINKTYPE      link type of the packets when neither -r nor -i says it; EN10MB if not given
  -p, --no-promiscuous-mode    capture only what the interface would receive anyway
      --user                   with -i: filter here, not in Linux
      --linux                  with -r: let the running Linux filter instead, through a socket
      --xdp                    with -i: filter at XDP, before Linux makes packets of what arrives; captures, or
      --drop                   with --xdp: drop what matches
      --pass                   with --xdp: drop what does not match
  -O, --no-optimize            do not optimise the program
  -d                           list the classic program; -dd as C, -ddd as numbers
      --ebpf                   list the eBPF program
      --count                  print only the number of matching packets
  -e                           print the link-layer header too
  -q                           print less
  -x                           print the bytes behind the link-layer header; -xx all bytes
  -j, --json                   print one JSON object a line
  -n                           nothing: addresses and ports are always printed as numbers
  -U, --packet-buffered        hand on each matching packet at once
      --nano                   print and write times in nanoseconds
      --micro                  print and write times in microseconds
  -h, --help                   print this

Exit status: 0 done, 1 failed, 2 wrong usage, 3 this kernel or privilege cannot,
4 refused by the verifier, 5 a comparison found a difference.

Examples:
  skep filter -r examples/demo.pcap 'udp port 53'
  skep filter -r examples/demo.pcap -w /tmp/web.pcap 'tcp port 80 or tcp port 443'
  skep filter -r examples/demo.pcap --count 'vlan and udp'
  skep filter -d 'host 192.0.2.1 and udp port 53'
  skep filter --ebpf -y RAW icmp
-- exit
0
