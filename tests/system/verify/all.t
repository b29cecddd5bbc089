The programs of an object in the order of the file.
-- run
skep verify $OBJECTS/refused.bpf.o | grep refused: | sed 's/: refused:.*(/ (/'; skep verify $OBJECTS/tc_nat.bpf.o
skep verify --all $OBJECTS/refused.bpf.o | grep -c refused:
-- stdout
unchecked_lookup (maybe-null)
missing_packet_check (packet-bounds)
unbounded_index (bounds)
signed_comparison (arithmetic)
bound_on_a_copy (bounds)
test_of_32_bits (arithmetic)
variable_stack_offset (stack)
stack_too_deep (depth)
endless_loop (loop)
leaked_record (reference)
uninitialised_value (unreadable)
helper_not_allowed (helper)
lock_held (lock)
tc_nat: accepted
13
-- exit
0
