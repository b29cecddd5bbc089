/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/http.h"

#include <errno.h>
#include <microhttpd.h>
#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/diag.h"

enum {
	CLIENTS = 32, /* at a time */
	PATIENCE = 10 /* seconds, with a client that does nothing */
};

struct skep_http {
	const struct skep_http_page *page;
	struct MHD_Daemon *daemon;
	int epoll; /* the daemon's, borrowed */
	u16 port;
};

/* ---- answers */

static enum MHD_Result answer(struct MHD_Connection *connection, unsigned status, const char *type,
			      const struct skep_buffer *body)
{
	struct MHD_Response *response =
	    MHD_create_response_from_buffer(body->count, body->data, MHD_RESPMEM_MUST_COPY);
	enum MHD_Result result;

	if (!response)
		return MHD_NO;
	MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, type);
	result = MHD_queue_response(connection, status, response);
	MHD_destroy_response(response);
	return result;
}

static enum MHD_Result answer_text(struct MHD_Connection *connection, unsigned status,
				   const char *text)
{
	struct skep_buffer b = {0};
	enum MHD_Result result;

	skep_buffer_printf(&b, "%s\n", text);
	result = b.failed ? MHD_NO : answer(connection, status, "text/plain; charset=utf-8", &b);
	skep_buffer_fini(&b);
	return result;
}

static enum MHD_Result answer_page(const struct skep_http *http, struct MHD_Connection *connection)
{
	struct skep_buffer b = {0};
	struct skep_diag d = {0};
	enum MHD_Result result;

	if (http->page->make(http->page->context, &b, &d))
		result = answer(connection, MHD_HTTP_OK, http->page->type, &b);
	else
		result = answer_text(connection, MHD_HTTP_INTERNAL_SERVER_ERROR, d.what);
	skep_buffer_fini(&b);
	return result;
}

/* As MHD_AccessHandlerCallback has it. */
#define REQUEST                                                                                    \
	void *context, struct MHD_Connection *connection, const char *url, const char *method,     \
	    const char *version, const char *body, size_t *body_size, void **request

static enum MHD_Result handle(REQUEST)
{
	(void)version;
	(void)body;
	(void)request;
	if (*body_size) {
		*body_size = 0; /* nobody reads it */
		return MHD_YES;
	}
	if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0)
		return answer_text(connection, MHD_HTTP_METHOD_NOT_ALLOWED,
				   "only GET and HEAD are served");
	if (strcmp(url, "/metrics") != 0)
		return answer_text(connection, MHD_HTTP_NOT_FOUND, "what there is is at /metrics");
	return answer_page(context, connection);
}

/* ---- where it listens */

static bool bad_place(const char *where, const char *why, struct skep_diag *d)
{
	skep_fail(d, SKEP_E_NAME, "cannot listen at %s: %s", where, why);
	return skep_hint(d, "it is ADDRESS:PORT, as 127.0.0.1:9435 or [::1]:9435");
}

static bool parse(const char *where, struct addrinfo **found, struct skep_diag *d)
{
	const struct addrinfo hints = {.ai_socktype = SOCK_STREAM,
				       .ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE};
	const char *colon = strrchr(where, ':');
	size_t length = colon ? (size_t)(colon - where) : 0;
	bool brackets = length > 2 && where[0] == '[' && where[length - 1] == ']';
	char host[64];
	int error;

	if (!length || !colon[1] || length >= sizeof(host))
		return bad_place(where, "address and port are not both there", d);
	memcpy(host, where + brackets, length - 2 * brackets);
	host[length - 2 * brackets] = '\0';
	error = getaddrinfo(host, colon + 1, &hints, found);
	return !error || bad_place(where, gai_strerror(error), d);
}

static int listen_at(const struct addrinfo *a, const char *where, struct skep_diag *d)
{
	int one = 1, error,
	    fd = socket(a->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

	if (fd >= 0 && setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof(one)) == 0 &&
	    bind(fd, a->ai_addr, a->ai_addrlen) == 0 && listen(fd, CLIENTS) == 0)
		return fd;
	error = errno;
	if (fd >= 0)
		close(fd);
	skep_fail(d, SKEP_E_IO, "cannot listen at %s: %s", where, strerror(error));
	if (error == EADDRINUSE)
		skep_hint(d, "choose another port; 0 takes one that is free");
	return -1;
}

static u16 port_of(int fd)
{
	struct sockaddr_storage address = {0};
	socklen_t size = sizeof(address);

	getsockname(fd, (struct sockaddr *)&address, &size);
	/* The port is at the same place in both families. */
	return ntohs(((const struct sockaddr_in *)&address)->sin_port);
}

/* ---- the server */

static bool start(struct skep_http *http, int fd, struct skep_diag *d)
{
	const union MHD_DaemonInfo *info;

	http->port = port_of(fd);
	http->daemon =
	    MHD_start_daemon(MHD_USE_EPOLL, 0, NULL, NULL, handle, http, MHD_OPTION_LISTEN_SOCKET,
			     fd, MHD_OPTION_CONNECTION_LIMIT, (unsigned)CLIENTS,
			     MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)PATIENCE, MHD_OPTION_END);
	info = http->daemon ? MHD_get_daemon_info(http->daemon, MHD_DAEMON_INFO_EPOLL_FD) : NULL;
	if (!info)
		return skep_fail(d, SKEP_E_SYSTEM, "libmicrohttpd does not start");
	http->epoll = info->epoll_fd;
	return true;
}

struct skep_http *skep_http_open(const char *where, const struct skep_http_page *page,
				 struct skep_diag *d)
{
	struct skep_http *http = skep_alloc(sizeof(*http));
	struct addrinfo *found = NULL;
	int fd;

	if (!http) {
		skep_fail_nomem(d);
		return NULL;
	}
	http->page = page;
	fd = parse(where, &found, d) ? listen_at(found, where, d) : -1;
	if (found)
		freeaddrinfo(found);
	if (fd >= 0 && start(http, fd, d))
		return http;
	/* The daemon closes what it was given. */
	if (fd >= 0 && !http->daemon)
		close(fd);
	skep_http_free(http);
	return NULL;
}

u16 skep_http_port(const struct skep_http *http)
{
	return http->port;
}

bool skep_http_serve(struct skep_http *http, int stop, struct skep_diag *d)
{
	struct pollfd fds[] = {{.fd = http->epoll, .events = POLLIN},
			       {.fd = stop, .events = POLLIN}};

	while (!fds[1].revents) {
		MHD_UNSIGNED_LONG_LONG wait;
		int limit = MHD_get_timeout(http->daemon, &wait) == MHD_YES
				? (int)(wait < 1000 ? wait : 1000)
				: -1;

		if (poll(fds, 2, limit) < 0 && errno != EINTR)
			return skep_fail(d, SKEP_E_SYSTEM, "cannot wait: %s", strerror(errno));
		if (MHD_run(http->daemon) != MHD_YES)
			return skep_fail(d, SKEP_E_SYSTEM, "libmicrohttpd does not go on");
	}
	return true;
}

void skep_http_free(struct skep_http *http)
{
	if (http && http->daemon)
		MHD_stop_daemon(http->daemon);
	skep_free(http);
}
