What is not there: maps, fields and functions of the kernel.
-- run
for o in no_map absent; do skep verify $OBJECTS/$o.bpf.o; done | grep -E 'refused:|hint:'
-- stdout
no_descriptor: refused: a map is named by descriptor 9999, which is not that of a map (map)
  hint: name a map of the object, or pass the descriptor of one that is open
negative: refused: a map is named by descriptor -1, which is not that of a map (map)
  hint: name a map of the object, or pass the descriptor of one that is open
unused: refused: a map is named by descriptor 9999, which is not that of a map (map)
  hint: name a map of the object, or pass the descriptor of one that is open
no_field: refused: a type or a field of the kernel that a CO-RE relocation asks for is not there, and the program comes to where it is used (libbpf has put a call of helper 195896080 there) (helper)
  hint: test it before with bpf_core_field_exists() or bpf_core_type_exists()
no_function: refused: r0 is read, but nothing was written to it (unreadable)
  hint: instruction 1 calls a function of the kernel, declared __ksym __weak, that is not there: test it before with bpf_ksym_exists()
-- exit
0
