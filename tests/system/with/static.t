A program that nothing can be put into, and one that such a program starts: its system calls are caught. Pins are
files to it, and what it makes belongs to the system of all. What is not about BPF goes to Linux.
-- run
cat >$T/s.c <<'END'
#include <errno.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

static int bpf(int cmd, union bpf_attr *attr)
{
	return syscall(SYS_bpf, cmd, attr, sizeof(*attr));
}

int main(int argc, char **argv)
{
	union bpf_attr made = {.map_type = BPF_MAP_TYPE_ARRAY, .key_size = 4, .value_size = 8, .max_entries = 1},
		       pin = {.pathname = (long)"/sys/fs/bpf/folder/kept"}, put = {0};
	__u64 value = 42;
	struct statfs fs;
	struct stat s;
	char text[4096];
	int key = 0, fd;

	if (argc > 1)
		return execv(argv[1], argv + 1);
	strcpy(made.map_name, "kept");
	pin.bpf_fd = bpf(BPF_MAP_CREATE, &made);
	printf("close on exec: %d\n", fcntl(pin.bpf_fd, F_GETFD) & FD_CLOEXEC);
	put.map_fd = pin.bpf_fd, put.key = (long)&key, put.value = (long)&value;
	printf("put: %d\n", bpf(BPF_MAP_UPDATE_ELEM, &put));
	printf("folder: %d\n", mkdir("/sys/fs/bpf/folder", 0700));
	printf("bpffs: %d\n", statfs("/sys/fs/bpf/folder", &fs) == 0 && fs.f_type == 0xcafe4a11);
	printf("pin: %d\n", bpf(BPF_OBJ_PIN, &pin));
	printf("file: %d\n", stat("/sys/fs/bpf/folder/kept", &s) == 0 && S_ISREG(s.st_mode));
	pin.bpf_fd = 0;
	fd = bpf(BPF_OBJ_GET, &pin);
	snprintf(text, sizeof(text), "/proc/self/fdinfo/%d", fd);
	fd = open(text, O_RDONLY);
	text[read(fd, text, sizeof(text) - 1)] = 0;
	printf("fdinfo: %d\n", strstr(text, "map_type:\t2\n") != NULL);
	printf("a file of Linux: %d\n", open("/etc/passwd", O_RDONLY) >= 0);
	bpf(1000, &made);
	printf("no command: %s\n", strerror(errno));
	return 7;
}
END
cc -static -o $T/static $T/s.c && skep with $T/static; echo $?
LD_PRELOAD=$ASAN skep with --seccomp -- sh -c "$T/static; echo \$?; bpftool map dump pinned /sys/fs/bpf/folder/kept; ls /sys/fs/bpf/folder; rm /sys/fs/bpf/folder/kept; bpftool -j map"
LD_PRELOAD=$ASAN skep with --seccomp -- skep with $T/static 2>&1; echo $?
-- stdout
close on exec: 1
put: 0
folder: 0
bpffs: 1
pin: 0
file: 1
fdinfo: 1
a file of Linux: 1
no command: Invalid argument
7
close on exec: 1
put: 0
folder: 0
bpffs: 1
pin: 0
file: 1
fdinfo: 1
a file of Linux: 1
no command: Invalid argument
7
key: 00 00 00 00  value: 2a 00 00 00 00 00 00 00
Found 1 element
kept
[]
skep: seccomp(2) cannot catch the command's system calls: Device or resource busy: they are caught already: run it outside of the other skep with
3
-- exit
0
