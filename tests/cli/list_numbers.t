-ddd prints numbers; options may stand behind words and be bundled.
-- run
skep filter ip proto 47 -Oddd
-- stdout
6
40 0 0 12
21 0 3 2048
48 0 0 23
21 0 1 47
6 0 0 262144
6 0 0 0
-- exit
0
