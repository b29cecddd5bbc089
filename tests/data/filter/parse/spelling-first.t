A misspelt qualifier at the start.
-- filter
prot 53
-- error
1:1+4: syntax: nothing says what 'prot' is
hint: did you mean `port`?
