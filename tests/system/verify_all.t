The programs of an object in the order of the file.
-- run
skep verify $OBJECTS/refused.bpf.o | grep refused: | sed 's/: refused:.*(/ (/'; skep verify $OBJECTS/tc_nat.bpf.o
-- stdout
unchecked_lookup (maybe-null)
missing_packet_check (packet-bounds)
unbounded_index (bounds)
signed_comparison (arithmetic)
leaked_record (reference)
helper_not_allowed (helper)
nat_out: accepted
nat_in: accepted
-- exit
0
