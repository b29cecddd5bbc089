Pins as files: in folders, moved, removed, where bpffs is mounted, and where it is not.
-- run
export T; LD_PRELOAD=$ASAN skep with sh -c '
b=$BPFTOOL
stat -f -c %T /sys/fs/bpf; ls /sys/fs/bpf
mkdir /sys/fs/bpf/a /sys/fs/bpf/a/b $T/mounted
$b map create /sys/fs/bpf/a/b/one type array key 4 value 4 entries 1 name one
$b map create /sys/fs/bpf/a/two.x type array key 4 value 4 entries 1 name two
$b map create /sys/fs/bpf/nowhere/two type array key 4 value 4 entries 1 name two
$b map create /sys/fs/bpf/a/b/one type array key 4 value 4 entries 1 name two
ln -s /sys/fs/bpf/a/ /sys/fs/bpf/link; ls /sys/fs/bpf/link; rm /sys/fs/bpf/link
find /sys/fs/bpf; $b map show | grep -c name
mv /sys/fs/bpf/a/b/one /sys/fs/bpf/first; cd /sys/fs/bpf; $b map show pinned first | grep -o "name one"; test -f first && echo a file
$b map pin name one $T/mounted/again; stat -f -c %T $T/mounted; ls $T/mounted; rm first; $b map show | grep -c name; rm $T/mounted/again; $b map show
rmdir a/b a; ls; $b map show pinned /tmp; $b map show pinned /sys/fs/bpf/nothing
' 2>&1 | sed "s#$T#T#g"
-- stdout
bpf_fs
Error: can't pin the object (/sys/fs/bpf/a/two.x): Operation not permitted
Error: can't mount BPF file system to pin the object (/sys/fs/bpf/nowhere/two): mount -t bpf bpf /sys/fs/bpf/nowhere failed: No such file or directory
Error: can't pin the object (/sys/fs/bpf/a/b/one): File exists
b
/sys/fs/bpf
/sys/fs/bpf/a
/sys/fs/bpf/a/b
/sys/fs/bpf/a/b/one
1
name one
a file
bpf_fs
again
1
Error: bpf obj get (/): directory not in bpf file system (bpffs)
Error: bpf obj get (/sys/fs/bpf/nothing): No such file or directory
-- exit
0
