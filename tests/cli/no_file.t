A file that is not there.
-- run
skep filter -r /nonexistent
-- stderr
skep: cannot open /nonexistent: No such file or directory
-- exit
1
