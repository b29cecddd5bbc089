bpftool on maps, each command a process of its own.
-- run
export T; LD_PRELOAD=$ASAN skep with sh -c '
b=$BPFTOOL
$b map create /sys/fs/bpf/numbers type hash key 4 value 8 entries 4 name numbers
$b map update name numbers key 1 0 0 0 value 10 0 0 0 0 0 0 0
$b map update pinned /sys/fs/bpf/numbers key 2 0 0 0 value 20 0 0 0 0 0 0 0
$b map update name numbers key 2 0 0 0 value 20 0 0 0 0 0 0 0 noexist
$b map lookup name numbers key 1 0 0 0
$b map lookup name numbers key 9 0 0 0
$b map dump name numbers | sort
$b map getnext name numbers >$T/first; wc -l <$T/first
$b map delete name numbers key 1 0 0 0; $b map delete name numbers key 1 0 0 0
$b map dump name numbers
$b -j map show name numbers | sed "s/\"bytes_memlock\":[0-9]*/MEMORY/"
$b map create /sys/fs/bpf/queue type queue value 4 entries 4 name queue
$b map push name queue value 7 0 0 0; $b map push name queue value 8 0 0 0
$b map peek name queue; $b map dequeue name queue; $b map dequeue name queue; $b map dequeue name queue
$b map freeze name queue; $b map push name queue value 7 0 0 0
rm /sys/fs/bpf/numbers /sys/fs/bpf/queue; $b map show
' 2>&1
-- stdout
Error: update failed: File exists
key: 01 00 00 00  value: 0a 00 00 00 00 00 00 00
key:
09 00 00 00

Not found
Found 2 elements
key: 01 00 00 00  value: 0a 00 00 00 00 00 00 00
key: 02 00 00 00  value: 14 00 00 00 00 00 00 00
3
Error: delete failed: No such file or directory
key: 02 00 00 00  value: 14 00 00 00 00 00 00 00
Found 1 element
{"id":1,"type":"hash","name":"numbers","flags":0,"bytes_key":4,"bytes_value":8,"max_entries":4,MEMORY,"frozen":0}
value: 07 00 00 00
value: 07 00 00 00
value: 08 00 00 00
Error: empty map
Error: update failed: Operation not permitted
-- exit
0
