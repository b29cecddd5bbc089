-- ends the options.
-- run
skep filter -d -- -x
-- stderr
skep: expected a number, len or bytes such as ip[0], not 'x'
  -x
   ^
-- exit
1
