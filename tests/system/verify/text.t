A refusal with its place, the way to it and the check that helps.
-- run
skep verify $OBJECTS/refused.bpf.o missing_packet_check >$T/o; s=$?; sed 's#  /.*/#  #' $T/o; (exit $s)
-- stdout
missing_packet_check: refused: reads byte 22 of the packet through r1, 14 are proven (packet-bounds)
  refused.bpf.c:70:13
      return ip->ttl > 1 ? XDP_PASS : XDP_DROP;
                 ^
      6: r1 = *(u8 *)(r1 +22)
  how it came to this:
      2: r1 = *(u32 *)(r1 +0)                ; r1 is pkt(r=0)
  write before it: if (p + 23 > data_end) return ...; /* p: the packet pointer in r1 */
  tried: the program is accepted with it
  it happens: instruction 6 reads byte 22 of a packet of 22, with
      a packet of 22 bytes: all zero
-- exit
4
