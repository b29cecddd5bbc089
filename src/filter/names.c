/* SPDX-License-Identifier: BSD-2-Clause */
/* Names of hosts, networks, services and IP protocols, by the system's databases. The reentrant
 * forms are used; a database answers into a buffer on the stack that grows in the heap if it is too
 * small. */
#include "filter/names.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "filter/match.h"

enum { ANSWER = 1024, LARGEST_ANSWER = 1 << 20, LONGEST_NAME = 255 };

/* Where a database answers: starts as {.size = ANSWER}. */
struct answer {
	char *bytes; /* owned */
	size_t size;
};

static bool make_room(struct answer *a)
{
	skep_free(a->bytes);
	a->bytes = a->size <= LARGEST_ANSWER ? skep_alloc(a->size) : NULL;
	return a->bytes != NULL;
}

/* Asks one of the databases with `call`, which gives 0 or an errno and sets `found`, until the room
 * is enough. False if memory ran out. */
#define ASK(a, call)                                                                               \
	({                                                                                         \
		int error_ = ERANGE;                                                               \
		for (; error_ == ERANGE && make_room(a); (a)->size *= 2)                           \
			error_ = (call);                                                           \
		error_ != ERANGE;                                                                  \
	})

/* --- hosts -------------------------------------------------------------------------------------
 */

static u32 count_addresses(const struct addrinfo *list)
{
	u32 count = 0;

	for (; list; list = list->ai_next)
		count += list->ai_family == AF_INET || list->ai_family == AF_INET6;
	return count;
}

static void add_address(const struct addrinfo *info, struct skep_host_addresses *out)
{
	struct skep_host_address *address = &out->data[out->count];
	struct sockaddr_in in;
	struct sockaddr_in6 in6;

	if (info->ai_family == AF_INET) {
		memcpy(&in, info->ai_addr, sizeof(in));
		address->ip4 = ntohl(in.sin_addr.s_addr);
	} else if (info->ai_family == AF_INET6) {
		memcpy(&in6, info->ai_addr, sizeof(in6));
		memcpy(address->ip6, &in6.sin6_addr, sizeof(address->ip6));
		address->is_ip6 = true;
	} else {
		return;
	}
	out->count++;
}

static bool is_service(const char *name)
{
	u32 port;
	s32 proto;

	return skep_name_port(name, &port, &proto, NULL);
}

bool skep_name_host(const char *name, struct skep_arena *arena, struct skep_host_addresses *out,
		    struct skep_diag *d)
{
	struct addrinfo hints = {.ai_socktype = SOCK_STREAM, .ai_protocol = IPPROTO_TCP}, *list;
	int error = getaddrinfo(name, NULL, &hints, &list);
	bool room;

	if (error) {
		skep_fail(d, SKEP_E_NAME, "the host '%s' is not known: %s", name,
			  gai_strerror(error));
		return is_service(name) && skep_hint(d, "did you mean `port %s`?", name);
	}
	out->count = 0;
	out->data = skep_arena_array(arena, count_addresses(list), sizeof(*out->data));
	room = out->data != NULL;
	for (const struct addrinfo *info = list; room && info; info = info->ai_next)
		add_address(info, out);
	freeaddrinfo(list);
	return room || skep_fail_nomem(d);
}

/* --- networks ----------------------------------------------------------------------------------
 */

bool skep_name_net(const char *name, u32 *net, struct skep_diag *d)
{
	struct answer a = {.size = ANSWER};
	struct netent entry, *found = NULL;
	int h_error;
	bool asked = ASK(&a, getnetbyname_r(name, &entry, a.bytes, a.size, &found, &h_error));

	*net = asked && found ? found->n_net : 0;
	skep_free(a.bytes);
	if (!asked)
		return skep_fail_nomem(d);
	if (*net)
		return true;
	skep_fail(d, SKEP_E_NAME, "the network '%s' is not known", name);
	return skep_hint(d, "networks are named in /etc/networks; or write its address, such as "
			    "192.0.2.0/24");
}

/* --- ports -------------------------------------------------------------------------------------
 */

/* *port = -1 if the service is not known for the protocol. */
static bool ask_service(const char *name, const char *proto, s32 *port, struct skep_diag *d)
{
	struct answer a = {.size = ANSWER};
	struct servent entry, *found = NULL;
	bool asked = ASK(&a, getservbyname_r(name, proto, &entry, a.bytes, a.size, &found));

	*port = asked && found ? ntohs((u16)found->s_port) : -1;
	skep_free(a.bytes);
	return asked || skep_fail_nomem(d);
}

/* Decimal digits at *text, which moves behind them; false without any or above 32 bits. */
static bool read_decimal(const char **text, u32 *number)
{
	const char *s = *text;

	*number = 0;
	for (; skep_is_digit(*s); s++)
		if (__builtin_mul_overflow(*number, 10u, number) ||
		    __builtin_add_overflow(*number, skep_hex_value(*s), number))
			return false;
	if (s == *text)
		return false;
	*text = s;
	return true;
}

static bool is_decimal(const char *text, u32 *number)
{
	return read_decimal(&text, number) && *text == '\0';
}

static SKEP_COLD bool unknown_port(const char *name, struct skep_diag *d)
{
	const char *s = name;
	u32 first, last;

	skep_fail(d, SKEP_E_NAME, "the port '%s' is not known", name);
	if (read_decimal(&s, &first) && *s++ == '-' && is_decimal(s, &last))
		return skep_hint(d, "write `portrange %s`", name);
	return skep_hint(d, "ports are named in /etc/services; or write its number");
}

bool skep_name_port(const char *name, u32 *port, s32 *proto, struct skep_diag *d)
{
	s32 tcp, udp;

	*proto = -1;
	if (is_decimal(name, port))
		return *port <= UINT16_MAX ||
		       skep_fail(d, SKEP_E_RANGE, "the port %s is larger than 65535", name);
	if (!ask_service(name, "tcp", &tcp, d) || !ask_service(name, "udp", &udp, d))
		return false;
	if (tcp < 0 && udp < 0)
		return unknown_port(name, d);
	*port = (u32)(tcp >= 0 ? tcp : udp);
	if (tcp != udp)
		*proto = tcp >= 0 ? IPPROTO_TCP : IPPROTO_UDP;
	return true;
}

static bool portrange_of_names(const char *text, u32 *first, u32 *last, s32 *proto,
			       struct skep_diag *d)
{
	const char *minus = strchr(text, '-');
	char name[LONGEST_NAME + 1];
	s32 other;

	if (!minus || minus - text > LONGEST_NAME) {
		skep_fail(d, SKEP_E_NAME, "'%s' is not a range of ports", text);
		return skep_hint(d, "write both ends, such as 8000-8080");
	}
	memcpy(name, text, (size_t)(minus - text));
	name[minus - text] = '\0';
	if (!skep_name_port(name, first, proto, d) || !skep_name_port(minus + 1, last, &other, d))
		return skep_hint(d, "a range ends at its first '-': where a name has one, write "
				    "the number");
	if (other != *proto)
		*proto = -1;
	return true;
}

bool skep_name_portrange(const char *text, u32 *first, u32 *last, s32 *proto, struct skep_diag *d)
{
	const char *s = text;

	*proto = -1;
	if (read_decimal(&s, first) && *s++ == '-' && read_decimal(&s, last))
		return true;
	return portrange_of_names(text, first, last, proto, d);
}

/* --- IP protocols ------------------------------------------------------------------------------
 */

bool skep_name_proto(const char *name, u32 *proto, struct skep_diag *d)
{
	struct answer a = {.size = ANSWER};
	struct protoent entry, *found = NULL;
	bool asked = ASK(&a, getprotobyname_r(name, &entry, a.bytes, a.size, &found));

	*proto = asked && found ? (u32)found->p_proto : 0;
	skep_free(a.bytes);
	if (!asked)
		return skep_fail_nomem(d);
	if (found)
		return true;
	skep_fail(d, SKEP_E_NAME, "the IP protocol '%s' is not known", name);
	return skep_hint(d, "protocols are named in /etc/protocols; or write its number");
}
