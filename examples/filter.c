/* SPDX-License-Identifier: BSD-2-Clause */
/* A filter in a program of your own: cc filter.c $(pkg-config --cflags --libs skep) */
#include <skep/filter.h>
#include <skep/prog.h>
#include <stdio.h>

int main(int argc, char **argv)
{
	static const uint8_t frame[60] = {[12] = 8, 0, 0x45, [23] = 17, [37] = 53};
	struct skep_packet packet = {
	    .data = frame, .caplen = sizeof(frame), .wirelen = sizeof(frame)};
	struct skep_filter_options ethernet = {.linktype = 1};
	struct skep_diag why = {0};
	const struct skep_prog *prog = NULL;
	struct skep_code *code = NULL;
	struct skep_filter *filter =
	    skep_filter_compile(argc > 1 ? argv[1] : "udp port 53", &ethernet, &why);

	if (filter)
		prog = skep_filter_prog(filter, &why);
	if (prog)
		code = skep_code_new(prog, &why);
	if (code)
		printf("%s\n", skep_code_run_packet(code, &packet) ? "match" : "no match");
	else
		fprintf(stderr, "%u:%u: %s (%s)\n", why.place.line, why.place.column, why.what,
			why.hint);
	skep_code_free(code);
	skep_filter_free(filter);
	return !code;
}
