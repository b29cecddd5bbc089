Options that are wrong.
-- run
skep filter -Z; skep filter --nonsense; skep filter -d --user=1 ip; skep filter -c; skep filter -c many; skep filter -c -1; skep filter -ds 9999999999 ip; skep filter tcp
-- stderr
skep: there is no option -Z: see skep filter --help
skep: there is no option --nonsense, or it is short for several: see skep filter --help
skep: --user takes no argument
skep: -c needs an argument: N
skep: -c many: expected a number from 0 to 18446744073709551615
skep: -c -1: expected a number from 0 to 18446744073709551615
skep: -s 9999999999: a snapshot length is at most 2147483647 bytes
skep: where do packets come from? -r FILE or -i IFACE; -d lists the program without any
-- exit
2
