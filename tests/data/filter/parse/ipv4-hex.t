No part is hexadecimal.
-- filter
host 0x1.2.3.4
-- error
1:6+3: range: '0x1' in the IPv4 address '0x1.2.3.4' is not a decimal number from 0 to 255
hint: the parts of an address are always decimal
