bpftool on programs: loaded, listed, run, dumped; pins keep them.
-- run
export T; LD_PRELOAD=$ASAN skep with sh -c '
b=$BPFTOOL
$b prog loadall $CLIENTS/counter.bpf.o /sys/fs/bpf/counter; ls /sys/fs/bpf/counter
$b prog show | sed "s/loaded_at [^ ]* /AT/; s/jited [0-9]*B/JITED/; s/xlated [0-9]*B/XLATED/; s/memlock [0-9]*B/MEMORY/; s/uid .*/UID/; s/^[0-9]*:/ID:/; s/_ids* .*/IDS/; s/tag [0-9a-f]*/TAG/"
$b prog dump xlated pinned /sys/fs/bpf/counter/count >$T/dump; grep -q "r[0-9] = map\[id:[0-9]*\]\[0\]+8" $T/dump && echo a value; grep -E "^int|^; (if|count)" $T/dump | uniq
grep -o "bpf_prog_[0-9a-f]\{16\}_.*\[bpf\]" /proc/kallsyms | cut -c27-
$b prog dump xlated pinned /sys/fs/bpf/counter/known linum | grep -o "count_at.*line_num:[0-9]*" | sed "s/\[file.*line/line/" | head -1
$b prog dump xlated pinned /sys/fs/bpf/counter/known opcodes | tail -1
$b prog dump xlated pinned /sys/fs/bpf/counter/known | grep -o "call bpf_map_[a-z_]*"
head -c 100 /dev/zero >$T/packet; head -c 14 /dev/zero >$T/short
$b prog run pinned /sys/fs/bpf/counter/count data_in $T/packet repeat 10 | sed "s/, dur.*//"
$b prog run pinned /sys/fs/bpf/counter/count data_in $T/short | sed "s/, dur.*//"
$b map dump name counts; $b map dump name counter.bss; $b map dump name counter.data; $b map dump name counter.rodata
$b prog load $CLIENTS/counter.bpf.o /sys/fs/bpf/one; $b -j prog show pinned /sys/fs/bpf/one | grep -oE "\"name\":\"[a-z]*\",\"tag\":\"[0-9a-f]{16}\"" | cut -d: -f1-2
rm -r /sys/fs/bpf/counter; $b prog show | grep -c tag; rm /sys/fs/bpf/one; $b prog show; $b map show; $b btf show
$b prog load $OBJECTS/refused.bpf.o /sys/fs/bpf/refused 2>&1 | grep -m1 -o "load failed: .*"; ls /sys/fs/bpf
' 2>&1
-- stdout
count
known
ID: xdp  name count  TAG  gpl
	AT UID
	XLATED  JITED  MEMORY  mapIDS
	btfIDS
ID: xdp  name known  TAG  gpl
	AT UID
	XLATED  JITED  MEMORY  mapIDS
	btfIDS
a value
int count(struct xdp_md * ctx):
; if (end - data < limit)
; count_at(level);
int count_at(__u32 key):
; if (value) {
count	[bpf]
count_at	[bpf]
known	[bpf]
count_at	[bpf]
count_at(9) ? XDP_TX : XDP_PASS; line_num:47
       95 00 00 00 00 00 00 00
call bpf_map_lookup_elem
call bpf_map_update_elem
Return value: 2
Return value: 1
[{
        "key": 3,
        "value": 10
    }
]
[{
        "value": {
            ".bss": [{
                    "seen": 11
                },{
                    "bytes": 1014
                }
            ]
        }
    }
]
[{
        "value": {
            ".data": [{
                    "level": 3
                },{
                    "label": "bee"
                }
            ]
        }
    }
]
[{
        "value": {
            ".rodata": [{
                    "limit": 64
                }
            ]
        }
    }
]
"name":"count","tag"
1
load failed: Permission denied
-- exit
0
