Also in an expression of several lines.
-- run
printf 'udp and\n(port 53 or\n\thots 192.0.2.1)\n' >$T/f; skep filter -d -F $T/f
-- stderr
skep: line 3: expected 'and', 'or' or ')' for the '(' of column 1, not '192.0.2.1': join what is asked with `and` or `or`: `... and 192.0.2.1`
  	hots 192.0.2.1)
  	     ^~~~~~~~~
-- exit
1
