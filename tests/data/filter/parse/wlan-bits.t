A type that has bits of its subtype.
-- filter
type 0x80
-- error
1:6+4: range: 0x80 is no 802.11 type: it has bits outside of 0x0c
