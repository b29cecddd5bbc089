One too many.
-- filter
tcp and (udp or icmp))
-- error
1:22+1: syntax: this ')' closes nothing
hint: take the ')' away, or open it before
