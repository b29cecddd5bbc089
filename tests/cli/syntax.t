An error in the expression shows its place.
-- run
skep filter -d 'tcp prot 80'
-- stderr
skep: expected a qualifier such as 'port', or 'and', 'or' or the end after 'tcp', not 'prot': did you mean `port`?
  tcp prot 80
      ^~~~
-- exit
1
