A map that libbpf pins by its name: under `skep with`, where a second load finds it; and in the command, where no file system of BPF's is.
-- run
LD_PRELOAD=$ASAN skep with sh -c '
b=$BPFTOOL
$b prog load $CLIENTS/pinned.bpf.o /sys/fs/bpf/first; $b prog load $CLIENTS/pinned.bpf.o /sys/fs/bpf/second
ls /sys/fs/bpf; $b map show | grep -c "name kept"; $b map update pinned /sys/fs/bpf/kept key 0 0 0 0 value 5 0 0 0 0 0 0 0
rm /sys/fs/bpf/first /sys/fs/bpf/second; $b map dump pinned /sys/fs/bpf/kept | grep value
'
alone="unshare -m"; [ $(id -u) = 0 ] || alone="unshare -rm"; $alone true 2>/dev/null || alone=
$alone sh -c 'mount -t tmpfs -o ro none /sys/fs/bpf 2>/dev/null; skep verify $CLIENTS/pinned.bpf.o'
-- stdout
first
kept
second
1
        "value": 5
count: accepted
-- exit
0
