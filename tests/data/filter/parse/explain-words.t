Words of their own.
-- filter
less 100 or greater 200 or vlan or pppoes 7 or geneve or mpls 3 or llc or llc ua or ifindex 4 or byte 3 & 0x80 or inbound or ip multicast or broadcast or vpi 3 or vci > 40 or opc != 7 or on en0 or reason match or rnr 4 or wlan type mgt subtype beacon or dir tods or oamf4
-- words
any of:
  at most 100 bytes long
  at least 200 bytes long
  in a VLAN; what follows looks behind its tag
  in a PPPoE session with number 7; what follows looks inside
  in a Geneve tunnel; what follows looks inside
  under an MPLS label with number 3; what follows looks behind it
  with an LLC header
  with an LLC header of type 'ua'
  on the interface with index 4
  byte 3 of the packet & 128
  received
  sent to a multicast address of IPv4
  sent to the broadcast address
  ATM virtual path 3
  ATM virtual channel that is greater than 40
  SS7 originating point code that is not 7
  logged by PF on interface 'en0'
  logged by PF for reason 'match'
  logged by PF for rule 4
  an 802.11 frame of subtype 'beacon'
  an 802.11 frame in direction 'tods'
  ATM OAM F4 flow cell
-- tree
any  [0+271]
  word less 0x64 0x0  [0+8]
  word greater 0xc8 0x0  [12+11]
  word vlan  [27+4]
  word pppoes 0x7 0x0  [35+8]
  word geneve  [47+6]
  word mpls 0x3 0x0  [57+6]
  word llc  [67+3]
  word llc 0x5 0x63 'ua'  [74+6]
  word ifindex 0x4 0x0  [84+9]
  word byte & 0x3 0x80  [97+13]
  word inbound  [114+7]
  word multicast of ip  [125+12]
  word broadcast  [141+9]
  word vpi 0x3 0x0  [154+5]
  word vci > 0x28 0x0  [163+8]
  word opc != 0x7 0x0  [175+8]
  word ifname 'en0'  [187+6]
  word reason 0x0 0x0 'match'  [197+12]
  word rulenum 0x4 0x0  [213+5]
  word subtype of ether 0x80 0xfc 'beacon'  [222+28]
  word dir 0x1 0x0 'tods'  [254+8]
  word oamf4  [266+5]
