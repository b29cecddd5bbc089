/* SPDX-License-Identifier: BSD-2-Clause */
/* One page over HTTP, /metrics, made anew for each request. Everything happens in the thread that
 * serves; slow clients do not hold up others, but for the time that the page takes to make. */
#ifndef SKEP_CLI_HTTP_H
#define SKEP_CLI_HTTP_H

#include <skep/diag.h>

#include "base/buffer.h"

struct skep_http;

struct skep_http_page {
	/* Appends the page; false with *d set. */
	bool (*make)(void *context, struct skep_buffer *b, struct skep_diag *d);
	void *context;
	const char *type; /* "text/plain" */
};

/* Listens at "ADDRESS:PORT", an IPv6 address in brackets. NULL with *d set; `page` is borrowed. */
struct skep_http *skep_http_open(const char *where, const struct skep_http_page *page,
				 struct skep_diag *d);

/* The port, which was chosen if 0 was asked for. */
u16 skep_http_port(const struct skep_http *http);

/* Serves until `stop` is readable. False with *d set. */
SKEP_MUST_USE bool skep_http_serve(struct skep_http *http, int stop, struct skep_diag *d);

void skep_http_free(struct skep_http *http); /* NULL is allowed */

#endif
