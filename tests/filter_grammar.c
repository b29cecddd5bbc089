/* SPDX-License-Identifier: BSD-2-Clause */
/* The parser takes what libpcap takes: every expression that libpcap compiles for some link type is
 * parsed, and every one that it calls a syntax error is refused. What lies between, such as a port
 * of 70000, is grammar to one and meaning to the other, and is not looked at here.
 *
 * Arguments: files with an expression a line (`#` and `key: value` lines are not). Besides, texts
 * are made at random from the words of the language, with a fixed seed. No name is looked up: the
 * functions below stand in the way of the system's. */
#include <ctype.h>
#include <dlfcn.h>
#include <netdb.h>
#include <pcap/pcap.h>
#include <stdlib.h>

#include "filter/parse.h"
#include "test.h"

enum { RANDOM_TEXTS = 6000, LONGEST = 1 << 20, SHOWN = 20 };

static const int link_types[] = {
    DLT_EN10MB, DLT_IEEE802_11, DLT_SUNATM, DLT_PFLOG, DLT_MTP2,
    DLT_ARCNET, DLT_NULL,	DLT_FRELAY, DLT_ERF,   DLT_LINUX_SLL,
};

struct judge {
	pcap_t *links[SKEP_COUNT(link_types)];
	long texts, accepted, refused, differ;
};

#define EXPORTED __attribute__((visibility("default")))

EXPORTED int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints,
			 struct addrinfo **list)
{
	int (*real)(const char *, const char *, const struct addrinfo *, struct addrinfo **);
	struct addrinfo numeric = *hints;

	*(void **)&real = dlsym(RTLD_NEXT, "getaddrinfo");
	if (node)
		numeric.ai_flags |= AI_NUMERICHOST;
	return real(node, service, &numeric, list);
}

EXPORTED struct netent *getnetbyname(const char *name)
{
	(void)name;
	return NULL;
}

/* What libpcap says: 1 compiled for a link type, -1 a syntax error, 0 anything else. */
static int libpcap_says(const struct judge *j, const char *text)
{
	for (size_t i = 0; i < SKEP_COUNT(j->links); i++) {
		struct bpf_program program;

		if (pcap_compile(j->links[i], &program, text, 1, PCAP_NETMASK_UNKNOWN) == 0) {
			pcap_freecode(&program);
			return 1;
		}
		if (strstr(pcap_geterr(j->links[i]), "syntax error"))
			return -1;
	}
	return 0;
}

static void compare(struct judge *j, const char *text)
{
	struct skep_arena arena = {0};
	struct skep_diag d = {0};
	bool ours = skep_filter_parse(text, &arena, &d) != NULL;
	int theirs = libpcap_says(j, text);

	j->texts++;
	j->accepted += theirs > 0;
	j->refused += theirs < 0;
	if ((theirs > 0 && !ours) || (theirs < 0 && ours)) {
		if (j->differ++ < SHOWN)
			printf("# libpcap %s '%s'%s%s\n", theirs > 0 ? "takes" : "refuses", text,
			       ours ? "" : ": ", d.what);
	}
	if (!ours && (d.place.kind != SKEP_PLACE_TEXT || d.place.at > strlen(text) || !d.what[0])) {
		j->differ++;
		printf("# no place or reason for '%s'\n", text);
	}
	skep_arena_fini(&arena);
}

static void report(struct judge *j, const char *name)
{
	test_eq(j->differ, 0, "%s: %ld texts, of which libpcap takes %ld and calls %ld wrong", name,
		j->texts, j->accepted, j->refused);
	test_ok(j->accepted + j->refused > 0, "%s: libpcap has an opinion", name);
	j->texts = j->accepted = j->refused = j->differ = 0;
}

/* `key: value` at the head of a file. */
static bool is_setting(const char *line)
{
	size_t word = 0;

	while (isalpha((unsigned char)line[word]))
		word++;
	return word && line[word] == ':' && line[word + 1] == ' ';
}

static void compare_file(struct judge *j, const char *path)
{
	const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
	FILE *file = fopen(path, "r");
	char *line = malloc(LONGEST);

	if (!test_ok(file && line, "%s can be read", name))
		goto out;
	while (fgets(line, LONGEST, file)) {
		line[strcspn(line, "\n")] = '\0';
		if (line[0] != '#' && !is_setting(line))
			compare(j, line);
	}
	report(j, name);
out:
	if (file)
		fclose(file);
	free(line);
}

/* --- random texts ------------------------------------------------------------------------------
 */

/* An xorshift generator: the same texts in every run. */
static u32 roll(u64 *state, u32 below)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return (u32)(*state >> 33) % below;
}

/* More or less likely pieces of expressions, so that some of them are right. */
static const char *const pieces[] = {
    "tcp",
    "udp",
    "ip",
    "ip6",
    "host 1.2.3.4",
    "port 80",
    "src port 5",
    "net 10.1",
    "ether",
    "vlan",
    "vlan (5)",
    "not",
    "!",
    "(",
    ")",
    "(",
    ")",
    "1.2.3.4",
    "80",
    "5",
    "::1",
    "host",
    "port",
    "src",
    "dst",
    "src or dst",
    "net",
    "proto",
    "\\tcp",
    "gateway",
    "ip[0]",
    "len",
    "[",
    "]",
    ":",
    "+",
    "-",
    "*",
    "/",
    "%",
    "&",
    "|",
    "^",
    "<<",
    ">>",
    "=",
    "!=",
    ">",
    "<=",
    "== 5",
    "> 3",
    "broadcast",
    "less 5",
    "byte 0 = 1",
    "llc",
    "rnr",
    "type mgt",
    "subtype",
    "beacon",
    "dir tods",
    "vpi",
    "(1 or 2)",
    "sio 3",
    "mask",
    "1.2/16",
    "aa:bb:cc:dd:ee:ff",
    "$5",
    "80-90",
    "portrange",
    "tcpflags",
    "ifindex",
    "wlan ra",
    "oamf4",
    "pppoes",
    "mpls 5",
    "protochain 6",
};
static const char *const joins[] = {" and ", " or ", " && ", " || ", " ", " ", ""};

static void random_phrase(u64 *state, char *out, size_t size)
{
	u32 count = 1 + roll(state, 7);
	size_t used = 0;

	for (u32 i = 0; i < count && used < size; i++)
		used += (size_t)snprintf(out + used, size - used, "%s%s",
					 i ? joins[roll(state, SKEP_COUNT(joins))] : "",
					 pieces[roll(state, SKEP_COUNT(pieces))]);
}

static void random_bytes(u64 *state, char *out, size_t size)
{
	static const char *const sets[] = {"0123456789abcdef:", "012.:", "aF0-.:", "0123456789x.",
					   "tcpor[]()!=<>&|0 "};
	static const char *const heads[] = {"host ", "ether host ", "net ", "port ", ""};
	const char *set = sets[roll(state, SKEP_COUNT(sets))];
	u32 count = 1 + roll(state, 24);
	size_t used = (size_t)snprintf(out, size, "%s", heads[roll(state, SKEP_COUNT(heads))]);

	for (u32 i = 0; i < count; i++)
		out[used++] = set[roll(state, (u32)strlen(set))];
	out[used] = '\0';
}

static void compare_random(struct judge *j)
{
	u64 state = 0x9e3779b97f4a7c15;
	char text[512];

	for (int i = 0; i < RANDOM_TEXTS; i++) {
		random_phrase(&state, text, sizeof(text));
		compare(j, text);
	}
	report(j, "random words");
	for (int i = 0; i < RANDOM_TEXTS; i++) {
		random_bytes(&state, text, sizeof(text));
		compare(j, text);
	}
	report(j, "random characters");
}

int main(int argc, char **argv)
{
	struct judge j = {0};

	for (size_t i = 0; i < SKEP_COUNT(link_types); i++)
		j.links[i] = pcap_open_dead(link_types[i], 262144);
	for (int i = 1; i < argc; i++)
		compare_file(&j, argv[i]);
	compare_random(&j);
	for (size_t i = 0; i < SKEP_COUNT(link_types); i++)
		pcap_close(j.links[i]);
	return test_end();
}
