The library alone, without a broker: a system in the process.
-- run
LD_PRELOAD=$ASAN:$(dirname $(command -v skep))/libskep-preload.so python3 tests/system/raw_bpf.py
LD_PRELOAD=$ASAN:$(dirname $(command -v skep))/libskep-preload.so sh -c 'ls /sys/fs/bpf >/dev/null 2>&1; grep "[[]bpf]" </proc/kallsyms | wc -l'
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
0
-- exit
0
