A signal ends the run with the figures so far.
-- run
python3 - $OBJECTS/xdp_firewall.bpf.o <<'E'
import ctypes, signal, subprocess, sys
run = subprocess.Popen(["skep", "run", "-q", "-j", sys.argv[1], "-r", "examples/xdp_firewall.pcap", "--repeat", "100000000000"],
                       stdout=subprocess.PIPE, text=True)
blocked = 0
while blocked != 1 << signal.SIGINT - 1 | 1 << signal.SIGTERM - 1: # until it takes these as a wish; a sanitizer blocks all for a moment
    with open(f"/proc/{run.pid}/status") as status:
        blocked = next(int(line.split()[1], 16) for line in status if line.startswith("SigBlk"))
ctypes.CDLL(None).tgkill(run.pid, run.pid, signal.SIGINT) # a sanitizer's thread would not take it
out = run.communicate()[0].split("\n")
print(run.returncode, '"interrupted":true' in out[0], len(out) > 5)
E
-- stdout
0 True True
-- exit
0
