What may surprise is told beside the words.
-- run
skep explain vlan or ip 2>&1 >/dev/null; skep explain -y RAW icmp | head -1; skep explain "tcp prot 80"
-- stdout
skep: warning: 'ip' comes after 'vlan' and is looked for inside it, whether `or` or `not` stands between: write first what is meant for packets without it: `ip or (vlan and ip)`, `ip and not vlan`
  vlan or ip
          ^~
ICMP over IPv4
-- stderr
skep: expected a qualifier such as 'port', or 'and', 'or' or the end after 'tcp', not 'prot': did you mean `port`?
  tcp prot 80
      ^~~~
-- exit
1
