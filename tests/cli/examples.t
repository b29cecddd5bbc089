The examples of every help work as printed.
-- run
for c in filter explain asm dis $(command -v clang >/dev/null && echo verify run) help completion; do
	skep $c --help | sed '1,/^Examples:/d' >$T/e
	while read -r line; do bash -c "$line" >/dev/null || echo "failed: $line"; done <$T/e
done
rm -f /tmp/web.pcap /tmp/sum.bin /tmp/fw.bpf.o /tmp/passed.pcap
-- exit
0
-- stderr
skep: warning: `tcp[]` looks at IPv4 only: packets over IPv6 do not match: write `ip and ...` if that is meant; over IPv6 the header begins at ip6[40]
  not port 22 and tcp[tcpflags] & tcp-syn != 0
                  ^~~~~~~~~~~~~
