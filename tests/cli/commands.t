Commands that are wrong.
-- run
skep; skep filer; skep xyzzy
-- stderr
skep: which command? see skep help
skep: there is no command 'filer': perhaps filter
skep: there is no command 'xyzzy': see skep help
-- exit
2
