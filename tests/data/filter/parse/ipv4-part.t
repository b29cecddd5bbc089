A part over 255.
-- filter
host 1.2.3.256 or tcp
-- error
1:12+3: range: '256' in the IPv4 address '1.2.3.256' is not a decimal number from 0 to 255
