The inner of two.
-- filter
(tcp or (udp and icmp)
-- error
1:1+1: syntax: this '(' is never closed
hint: add a ')' where it ends
