The examples of every help work as printed.
-- run
for c in filter help completion; do
	skep $c --help | sed '1,/^Examples:/d' >$T/e
	while read -r line; do bash -c "$line" >/dev/null || echo "failed: $line"; done <$T/e
done
rm -f /tmp/web.pcap
-- exit
0
