/* SPDX-License-Identifier: BSD-2-Clause */
/* Names mean what they mean to libpcap: its own functions are asked the same. */
#include <arpa/inet.h>
#include <netdb.h>
#include <pcap/pcap.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Needs what pcap.h and stdio.h define. */
#include <pcap/namedb.h>

#include "fault_alloc.h"
#include "filter/names.h"
#include "test.h"

static const char *const services[] = {
    "http", "https",  "domain", "ntp",	   "tftp",   "http-alt", "nfs",	  "HTTP",
    "www",  "snmp",   "bgp",	"sip",	   "syslog", "who",	 "shell", "exec",
    "asp",  "nosuch", "80",	"080",	   "0x50",   "8o",	 "08",	  "80-90",
    "amqp", "echo",   "talk",	"printer", ".",	     "65535",	 "ssh",	  "telnet",
};

static const char *const ranges[] = {
    "80-90",	   "90-80",	  "http-https",	 "80-http", "http-90",	 "80",
    "http-alt-90", "80-http-alt", "0x50-0x60",	 "080-090", "80-90-100", "80-70000",
    "70000-80",	   "ntp-tftp",	  "http-domain", "80-90x",  "80x-90",	 "http-http-alt",
    "8-x",	   "nosuch-1",	  "1-nosuch",
};

static const char *const protocols[] = {
    "tcp", "udp", "icmp", "TCP", "ipv6-icmp", "6", "ospf", "OSPFIGP", "nosuch", "ip", "gre", "esp",
};

static const char *const linknames[] = {
    "pup", "ip",  "ip6",     "arp",   "rarp",	  "sprite", "mopdl",	"moprc",  "decnet",
    "lat", "sca", "vexp",    "atalk", "atalkarp", "aarp",   "loopback", "decdts", "iso",
    "stp", "ipx", "netbeui", "snap",  "IP",	  "nosuch", "mpls",
};

static const char *const networks[] = {"loopback", "link-local", "default", "nosuch", "10"};

static void test_ports(void)
{
	for (size_t i = 0; i < SKEP_COUNT(services); i++) {
		int port = 0, proto = 0, known = pcap_nametoport(services[i], &port, &proto);
		struct skep_diag d = {0};
		u32 got = 0;
		s32 over = 0;
		bool ours = skep_name_port(services[i], &got, &over, &d);

		test_eq(ours, known, "port %s is known to both or neither", services[i]);
		if (ours && known) {
			test_eq(got, port, "number of port %s", services[i]);
			test_eq(over, proto, "protocol of port %s", services[i]);
		} else if (!ours) {
			test_ok(d.code == SKEP_E_NAME && d.what[0] && d.hint[0],
				"port %s: why it is not known", services[i]);
		}
	}
}

static void test_ranges(void)
{
	for (size_t i = 0; i < SKEP_COUNT(ranges); i++) {
		int first = 0, last = 0, proto = 0;
		int known = pcap_nametoportrange(ranges[i], &first, &last, &proto);
		u32 lo = 0, hi = 0;
		s32 over = 0;
		bool ours = skep_name_portrange(ranges[i], &lo, &hi, &over, NULL);

		test_eq(ours, known, "portrange %s is known to both or neither", ranges[i]);
		if (!ours || !known)
			continue;
		test_eq(lo, first, "first port of %s", ranges[i]);
		test_eq(hi, last, "last port of %s", ranges[i]);
		test_eq(over, proto, "protocol of %s", ranges[i]);
	}
}

static void test_protocols(void)
{
	for (size_t i = 0; i < SKEP_COUNT(protocols); i++) {
		u32 number = 0;
		bool ours = skep_name_proto(protocols[i], &number, NULL);

		test_eq(ours ? (int)number : -1, pcap_nametoproto(protocols[i]), "proto %s",
			protocols[i]);
	}
}

static void test_linknames(void)
{
	for (size_t i = 0; i < SKEP_COUNT(linknames); i++) {
		const char *name = linknames[i];
		u32 number = 0;
		bool ours = skep_name_ethertype(name, &number, NULL);

		test_eq(ours ? (int)number : -1, pcap_nametoeproto(name), "EtherType %s", name);
		ours = skep_name_llc_sap(name, &number, NULL);
		test_eq(ours ? (int)number : -1, pcap_nametollc(name), "LLC SAP %s", name);
	}
}

static void test_networks(void)
{
	for (size_t i = 0; i < SKEP_COUNT(networks); i++) {
		u32 net = 0;
		bool ours = skep_name_net(networks[i], &net, NULL);

		test_eq(ours ? net : 0, pcap_nametonetaddr(networks[i]), "net %s", networks[i]);
	}
}

/* The same addresses in the same order as getaddrinfo gives to libpcap. */
static void test_host(const char *name)
{
	struct addrinfo *list = pcap_nametoaddrinfo(name), *a;
	struct skep_arena arena = {0};
	struct skep_host_addresses found = {0};
	struct skep_diag d = {0};
	bool ours = skep_name_host(name, &arena, &found, &d);
	u32 n = 0;

	test_eq(ours, list != NULL, "host %s is known to both or neither", name);
	for (a = ours ? list : NULL; a; a = a->ai_next, n++) {
		const struct skep_host_address *f = &found.data[n];
		struct sockaddr_in *in = (struct sockaddr_in *)a->ai_addr;
		struct sockaddr_in6 *in6 = (struct sockaddr_in6 *)a->ai_addr;

		test_ok(n < found.count && f->is_ip6 == (a->ai_family == AF_INET6) &&
			    (f->is_ip6 ? memcmp(f->ip6, &in6->sin6_addr, 16) == 0
				       : f->ip4 == ntohl(in->sin_addr.s_addr)),
			"%s: address %u", name, n);
	}
	test_eq(found.count, n, "%s: number of addresses", name);
	if (list)
		freeaddrinfo(list);
	skep_arena_fini(&arena);
}

static void test_ethers(void)
{
	static const char text[] = "# comment\n"
				   "02:00:00:00:00:01 one\n"
				   "  2:0:0:0:0:a\ttwo # the second\n"
				   "02:00:00:00:00 short\n"
				   "02:00:00:00:00:001 long\n"
				   "02:00:00:00:00:03\n"
				   "02:00:00:00:00:04 four extra\n"
				   "AA:bb:CC:dd:EE:ff last";
	char path[] = "/tmp/skep-ethers-XXXXXX";
	int fd = mkstemp(path);
	struct skep_diag d = {0};
	u8 mac[6];

	test_ok(fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text),
		"a file of names");
	close(fd);
	test_ok(skep_name_ether_in(path, "one", mac, NULL) &&
		    memcmp(mac, "\x02\0\0\0\0\x01", 6) == 0,
		"a plain line");
	test_ok(skep_name_ether_in(path, "two", mac, NULL) &&
		    memcmp(mac, "\x02\0\0\0\0\x0a", 6) == 0,
		"short groups, a tab and a comment");
	test_ok(skep_name_ether_in(path, "four", mac, NULL) && mac[5] == 4, "words after the name");
	test_ok(skep_name_ether_in(path, "last", mac, NULL) &&
		    memcmp(mac, "\xaa\xbb\xcc\xdd\xee\xff", 6) == 0,
		"a last line without an end");
	test_ok(!skep_name_ether_in(path, "short", mac, NULL), "five groups are no address");
	test_ok(!skep_name_ether_in(path, "long", mac, NULL), "three digits are no group");
	test_ok(!skep_name_ether_in(path, "extra", mac, NULL), "only the first word is a name");
	test_ok(!skep_name_ether_in(path, "three", mac, &d) && d.code == SKEP_E_NAME, "not there");
	unlink(path);
	d = (struct skep_diag){0};
	test_ok(!skep_name_ether_in(path, "one", mac, &d) && strstr(d.what, "No such file"),
		"no file at all");
}

/* Every allocation fails once: never a wrong answer. */
static void test_memory(void)
{
	for (unsigned long n = 1; n < 20; n++) {
		struct skep_arena arena = {0};
		struct skep_host_addresses found;
		struct skep_diag d = {0};
		u32 number;
		s32 proto;
		bool ok;

		fault_after(n);
		ok = skep_name_host("127.0.0.1", &arena, &found, &d) &&
		     skep_name_port("http", &number, &proto, &d) &&
		     skep_name_proto("tcp", &number, &d);
		fault_after(0);
		test_ok(ok || d.code == SKEP_E_NOMEM, "allocation %lu fails", n);
		skep_arena_fini(&arena);
	}
}

int main(void)
{
	test_ports();
	test_ranges();
	test_protocols();
	test_linknames();
	test_networks();
	test_host("localhost");
	test_host("127.0.0.1");
	test_host("80");
	test_host("::1");
	test_ethers();
	test_memory();
	return test_end();
}
