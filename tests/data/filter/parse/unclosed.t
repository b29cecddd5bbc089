A parenthesis that stays open.
-- filter
tcp and (udp or icmp
-- error
1:9+1: syntax: this '(' is never closed
hint: add a ')' where it ends
