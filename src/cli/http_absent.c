/* SPDX-License-Identifier: BSD-2-Clause */
/* In place of http.c where skep is built without libmicrohttpd. */
#include "base/diag.h"
#include "cli/http.h"

struct skep_http *skep_http_open(const char *where, const struct skep_http_page *page,
				 struct skep_diag *d)
{
	(void)page;
	skep_fail(d, SKEP_E_UNSUPPORTED, "cannot listen at %s: built without libmicrohttpd", where);
	skep_hint(d, "--once prints the metrics; install libmicrohttpd-dev and build again");
	return NULL;
}

u16 skep_http_port(const struct skep_http *http)
{
	(void)http;
	return 0;
}

bool skep_http_serve(struct skep_http *http, int stop, struct skep_diag *d)
{
	(void)http;
	(void)stop;
	return skep_fail(d, SKEP_E_UNSUPPORTED, "built without libmicrohttpd");
}

void skep_http_free(struct skep_http *http)
{
	(void)http;
}
