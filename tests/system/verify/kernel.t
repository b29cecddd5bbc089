As another Linux does it.
-- run
skep verify --kernel 6.1 $OBJECTS/xdp_firewall.bpf.o && skep verify --kernel 6.12 $OBJECTS/xdp_balancer.bpf.o xdp_balancer
-- stdout
xdp_firewall: accepted
xdp_balancer: accepted
-- exit
0
