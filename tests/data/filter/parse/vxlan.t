libpcap 1.10.3 does not know it.
-- filter
vxlan
-- error
1:1+5: syntax: nothing says what 'vxlan' is
hint: write `udp port 4789`
