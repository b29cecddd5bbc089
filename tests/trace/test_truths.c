/* SPDX-License-Identifier: BSD-2-Clause */
/* What the tools of skep trace take as the kernel's own counts, in texts as /proc has them. */
#include "fault_alloc.h"
#include "test.h"
#include "trace/tool.h"

static const char snmp[] =
    "Ip: Forwarding DefaultTTL InReceives\n"
    "Ip: 1 64 5\n"
    "Tcp: RtoAlgorithm RtoMin MaxConn ActiveOpens PassiveOpens InSegs OutSegs RetransSegs OutRsts\n"
    "Tcp: 1 200 -1 7 11 13 17 19 23\n"
    "TcpExt: PassiveOpens\n"
    "TcpExt: 99\n";

static const char stat[] = "cpu  1 2 3\n"
			   "intr 1000 2 0 3 5\n"
			   "ctxt 7\n"
			   "softirq 4711 1 2 3\n";

static const struct {
	const char *tool;
	const struct skep_trace_view *view;
	u32 number;
	const char *text;
	bool ok;
	u64 count;
} cases[] = {
    {"conns", &skep_trace_conns, 0, snmp, true, 11},
    {"tcplife", &skep_trace_tcplife, 0, snmp, true, 11},
    {"resets", &skep_trace_resets, 0, snmp, true, 23},
    {"resets", &skep_trace_resets, 0, "Tcp: OutRst OutRstsX\nTcp: 1 2\n", false, 0},
    {"resets", &skep_trace_resets, 0, "Tcp: InSegs OutRsts\nTcp: 1\n", false, 0},
    {"resets", &skep_trace_resets, 0, "Tcp: OutRsts\n", false, 0},
    {"resets", &skep_trace_resets, 0, "", false, 0},
    {"irqs, hard", &skep_trace_irqs, 0, stat, true, 10},
    {"irqs, hard, cut off", &skep_trace_irqs, 0, "cpu\nintr 1000 2 3", false, 0},
    {"irqs, hard", &skep_trace_irqs, 0, "cpu\nctxt 7\n", false, 0},
    {"irqs, soft", &skep_trace_irqs, 1, stat, true, 4711},
    {"irqs, soft", &skep_trace_irqs, 1, "cpu\nctxt 7\n", false, 0},
};

int main(void)
{
	for (size_t i = 0; i < SKEP_COUNT(cases); i++) {
		const struct skep_trace_truth *truth = &cases[i].view->truths[cases[i].number];
		u64 count = 0;
		bool ok = truth->count(cases[i].text, &count);

		test_eq(ok, cases[i].ok, "%s: whether it is there, case %zu", cases[i].tool, i);
		if (ok && cases[i].ok)
			test_eq(count, cases[i].count, "%s: how many, case %zu", cases[i].tool, i);
	}
	return test_end();
}
