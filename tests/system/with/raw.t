A program in Python with raw calls of bpf(2), on skep.
-- run
LD_PRELOAD=$ASAN skep with python3 tests/system/raw_bpf.py
-- stdout
map: ok
update 0 ok
update 1 ok
update 2 ok
update 3 Argument list too long
lookup ok 4
delete ok No such file or directory
keys [0, 1]
program ok Invalid argument
-- exit
0
