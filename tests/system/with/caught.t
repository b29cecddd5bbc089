Caught system calls of several threads, under signals, and of processes that are killed in the middle of one.
-- run
cat >$T/s.c <<'END'
#include <fcntl.h>
#include <linux/bpf.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

enum { THREADS = 4, KEYS = 400 };

static int map, ticks;

static int bpf(int cmd, union bpf_attr *attr)
{
	return syscall(SYS_bpf, cmd, attr, sizeof(*attr));
}

static void tick(int number)
{
	ticks++;
}

/* Puts keys of its own and finds them again; how often that failed. */
static void *work(void *of)
{
	long failed = 0;

	for (int i = 0; i < KEYS; i++) {
		int key = (long)of * KEYS + i, file = open("/etc/passwd", O_RDONLY);
		long value = key * 3L, found = 0;
		union bpf_attr put = {.map_fd = map, .key = (long)&key, .value = (long)&value},
			       get = {.map_fd = map, .key = (long)&key, .value = (long)&found};

		failed += bpf(BPF_MAP_UPDATE_ELEM, &put) || bpf(BPF_MAP_LOOKUP_ELEM, &get) || found != value || file < 0;
		close(file);
	}
	return (void *)failed;
}

int main(void)
{
	union bpf_attr made = {.map_type = BPF_MAP_TYPE_HASH, .key_size = 4, .value_size = 8, .max_entries = 100000};
	struct sigaction action = {.sa_handler = tick, .sa_flags = SA_RESTART};
	struct itimerval often = {{0, 500}, {0, 500}};
	pthread_t threads[THREADS];
	int keys = 0, key, next;
	union bpf_attr walk = {0};
	long failed = 0;

	map = bpf(BPF_MAP_CREATE, &made);
	sigaction(SIGALRM, &action, NULL);
	setitimer(ITIMER_REAL, &often, NULL);
	for (long i = 0; i < THREADS; i++)
		pthread_create(&threads[i], NULL, work, (void *)i);
	for (int i = 0; i < THREADS; i++) {
		void *some;

		pthread_join(threads[i], &some);
		failed += (long)some;
	}
	for (long i = 0; i < 10; i++) {
		pid_t child = fork();

		if (child == 0) {
			work((void *)(THREADS + i));
			_exit(0);
		}
		usleep(1000);
		kill(child, SIGKILL);
		waitpid(child, NULL, 0);
	}
	for (walk.map_fd = map, walk.next_key = (long)&next; !bpf(BPF_MAP_GET_NEXT_KEY, &walk); keys++)
		key = next, walk.key = (long)&key;
	printf("failed %ld, all keys %d, signals %d\n", failed, keys >= THREADS * KEYS, ticks > 0);
	return 0;
}
END
cc -static -pthread -o $T/static $T/s.c && skep with $T/static
-- stdout
failed 0, all keys 1, signals 1
-- exit
0
