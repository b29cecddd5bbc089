What is not there is said, with what is.
-- run
skep dis --prog nobody $OBJECT; skep dis --section nowhere $OBJECT; skep dis --section xdp --prog compiled $OBJECT
-- stderr
skep: there is no program or function nobody: there are pass, each, twice, drop, count, compiled
skep: there is no code in a section nowhere: there are .text, xdp, tc
skep: there is no program or function compiled in section xdp: there are pass, each, twice, drop, count, compiled
-- exit
1
