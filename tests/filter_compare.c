/* SPDX-License-Identifier: BSD-2-Clause */
#include "filter_compare.h"

#include <err.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "filter_ours.h"

/* One expression on its way through all engines. */
struct run {
	const char *text;
	const struct capture *capture; /* one of the link type */
	struct truth *truth[2];	       /* as written, optimised */
	struct truth *led;  /* as written, behind a test that always holds; when needed */
	char error[2][256]; /* why it was refused */
	struct ours ours;
	bool accepted;
	struct skep_diag diag;
	struct differences *known;
	struct tally *tally;
	struct failure *failure;
	bool itself; /* libpcap's programs disagreed */
};

static char *field(char **rest, const char *path, u32 number)
{
	char *text = strsep(rest, "\t\n");

	if (!text || !*text)
		errx(1, "%s:%u: want theme, kind, pattern and reason, with tabs between", path,
		     number);
	return text;
}

static void add_difference(struct differences *d, char *line, const char *theme, const char *path,
			   u32 number)
{
	struct difference one = {0};
	char *rest = line;
	int bad;

	snprintf(one.theme, sizeof(one.theme), "%s", field(&rest, path, number));
	snprintf(one.kind, sizeof(one.kind), "%s", field(&rest, path, number));
	if (theme && strcmp(one.theme, theme) != 0 && strcmp(one.theme, "*") != 0)
		return;
	bad = regcomp(&one.pattern, field(&rest, path, number), REG_EXTENDED | REG_NOSUB);
	if (bad)
		errx(1, "%s:%u: the pattern is no regular expression", path, number);
	one.reason = strdup(field(&rest, path, number));
	d->data = realloc(d->data, (d->count + 1) * sizeof(one));
	if (!d->data || !one.reason)
		err(1, "memory");
	d->data[d->count++] = one;
}

struct differences differences_load(const char *path, const char *theme)
{
	struct differences d = {0};
	FILE *file = fopen(path, "r");
	char line[1024];
	u32 number = 0;

	if (!file)
		err(1, "%s", path);
	while (fgets(line, sizeof(line), file)) {
		number++;
		if (line[0] != '#' && line[0] != '\n')
			add_difference(&d, line, theme, path, number);
	}
	fclose(file);
	return d;
}

void differences_free(struct differences *d)
{
	for (size_t i = 0; i < d->count; i++) {
		regfree(&d->data[i].pattern);
		free(d->data[i].reason);
	}
	free(d->data);
	*d = (struct differences){0};
}

/* Whether the difference is one that is meant. */
static bool is_known(struct run *r, const char *kind)
{
	bool found = false;
	size_t size = strlen(r->text) + strlen(r->capture->link) + sizeof(r->error[0]) + 8;
	char *subject = malloc(size);

	if (!subject)
		err(1, "memory");
	snprintf(subject, size, "%s: %s => %s", r->capture->link, r->text, r->error[0]);
	for (size_t i = 0; i < r->known->count && !found; i++) {
		struct difference *d = &r->known->data[i];

		found =
		    strcmp(d->kind, kind) == 0 && regexec(&d->pattern, subject, 0, NULL, 0) == 0;
		d->hits += found;
	}
	free(subject);
	r->tally->known += found;
	return found;
}

static bool fail(struct run *r, const char *kind, const char *what, ...)
    __attribute__((format(printf, 3, 4)));
static bool fail(struct run *r, const char *kind, const char *what, ...)
{
	va_list args;

	if (is_known(r, kind))
		return true;
	va_start(args, what);
	vsnprintf(r->failure->text, sizeof(r->failure->text), what, args);
	va_end(args);
	r->tally->failures++;
	return false;
}

static bool compare_acceptance(struct run *r)
{
	if (r->truth[0] && r->accepted)
		return true;
	if (!r->truth[0] && !r->accepted)
		return true;
	if (r->truth[0])
		return fail(r, "refused", "libpcap accepts, skep refuses: %s", r->diag.what);
	return fail(r, "accepted", "libpcap refuses (%s), skep accepts", r->error[0]);
}

/* What each engine says, so that it is seen where a difference begins; up to a run that had to be
 * stopped. */
static bool fail_packet(struct run *r, const struct capture *c, size_t index, u32 want)
{
	const struct skep_packet *p = &c->packets[index];
	char verdicts[320] = "";
	size_t length = 0;
	u32 got = want;

	for (u32 i = 0; i < ours_engine_count && got != OURS_STOPPED; i++) {
		const struct ours_engine *e = &ours_engines[i];
		const struct ours_form *form = &r->ours.form[e->form];

		if (length >= sizeof(verdicts) || (e->has && !e->has(form)))
			continue;
		got = e->run(&r->ours, form, p);
		length += (size_t)snprintf(verdicts + length, sizeof(verdicts) - length,
					   got == OURS_STOPPED ? "; %s stopped" : "; %s %u",
					   e->name, got);
	}
	return fail(r, "verdict", "%s packet %zu (caplen %u): libpcap %u%s%s", c->file, index + 1,
		    p->caplen, want, r->itself ? " (disagrees with itself)" : "", verdicts);
}

/* Another verdict comes where a test that always holds stands before the expression. In packets
 * with a header of variable length libpcap keeps the header's length in scratch memory from the
 * first use of it in the text on; arithmetic that comes before that overwrites it. The lead names
 * the length first, in tests that are never reached. */
static bool is_overwritten(struct run *r, const struct skep_packet *p, u32 got)
{
	static const char lead[] = "(less 4294967295 or ip proto 0 or link[0] = 0) and (";
	struct truth_course course;
	char error[256], *text;

	if (!r->capture->variable)
		return false;
	if (!r->led) {
		text = malloc(strlen(r->text) + sizeof(lead) + 1);
		if (!text)
			err(1, "memory");
		sprintf(text, "%s%s)", lead, r->text);
		r->led = truth_compile(r->capture, text, false, error);
		free(text);
	}
	if (!r->led)
		return false;
	course = truth_follow(r->led, p);
	return course.defined && course.verdict == got;
}

/* Whether a verdict of libpcap is no truth: it came from scratch memory that was never written, or
 * was overwritten while it was still needed. */
static bool is_no_truth(struct run *r, const struct skep_packet *p, u32 got)
{
	bool chance = !truth_follow(r->truth[0], p).defined;
	bool overwritten = !chance && is_overwritten(r, p, got);

	r->tally->chance += chance;
	r->tally->clobbered += overwritten;
	return chance || overwritten;
}

static bool compare_packet(struct run *r, const struct capture *c, size_t index, u32 engines)
{
	const struct skep_packet *p = &c->packets[index];
	u32 want = truth_run(r->truth[0], p);

	if (r->truth[1] && truth_run(r->truth[1], p) != want)
		r->itself = true;
	for (u32 i = 0; i < ours_engine_count; i++) {
		const struct ours_engine *e = &ours_engines[i];
		u32 got;

		if (!(engines & 1u << i))
			continue;
		got = e->run(&r->ours, &r->ours.form[e->form], p);
		if (got != want)
			return is_no_truth(r, p, got) || fail_packet(r, c, index, want);
	}
	r->tally->packets++;
	return true;
}

/* Which engines run on a capture, a bit each. The slow ones take the small captures alone. */
static u32 choose_engines(const struct run *r, const struct capture *c)
{
	bool small = strcmp(c->kind, "small") == 0;
	u32 chosen = 0;

	for (u32 i = 0; i < ours_engine_count; i++) {
		const struct ours_engine *e = &ours_engines[i];

		if ((small || !e->slow) && (!e->has || e->has(&r->ours.form[e->form])))
			chosen |= 1u << i;
	}
	return chosen;
}

static bool compare_captures(struct run *r, const struct captures *captures)
{
	for (size_t i = 0; i < captures->count; i++) {
		const struct capture *c = &captures->data[i];
		u32 engines = choose_engines(r, c);

		r->tally->pairs++;
		for (size_t k = 0; k < c->count; k++)
			if (!compare_packet(r, c, k, engines))
				return false;
	}
	return true;
}

static void compare_lengths(struct run *r)
{
	const struct ours_form *form = &r->ours.form[1];

	if (!form->classic) {
		r->tally->no_classic++;
		return;
	}
	if (!r->truth[1])
		return;
	r->tally->our_length += form->classic_count;
	r->tally->their_length += truth_length(r->truth[1]);
	r->tally->longer += form->classic_count > truth_length(r->truth[1]);
}

bool compare(const char *text, const struct captures *captures, struct differences *known,
	     struct tally *tally, struct failure *failure)
{
	struct run r = {.text = text,
			.capture = captures->data,
			.known = known,
			.tally = tally,
			.failure = failure};
	bool ok;

	for (u32 i = 0; i < SKEP_COUNT(r.truth); i++)
		r.truth[i] = truth_compile(r.capture, text, i == 1, r.error[i]);
	r.accepted = ours_compile(&r.ours, r.capture->dlt, text, TRUTH_NETMASK, &r.diag);
	tally->expressions++;
	ok = compare_acceptance(&r);
	if (r.truth[0] && r.accepted) {
		tally->accepted++;
		tally->constant += r.truth[1] == NULL;
		ok = compare_captures(&r, captures);
		tally->itself += r.itself;
		compare_lengths(&r);
	} else {
		tally->refused++;
	}
	ours_fini(&r.ours);
	for (u32 i = 0; i < SKEP_COUNT(r.truth); i++)
		truth_free(r.truth[i]);
	truth_free(r.led);
	return ok;
}

void tally_add(struct tally *a, const struct tally *b)
{
	a->expressions += b->expressions;
	a->accepted += b->accepted;
	a->refused += b->refused;
	a->pairs += b->pairs;
	a->packets += b->packets;
	a->known += b->known;
	a->itself += b->itself;
	a->chance += b->chance;
	a->clobbered += b->clobbered;
	a->constant += b->constant;
	a->no_classic += b->no_classic;
	a->failures += b->failures;
	a->our_length += b->our_length;
	a->their_length += b->their_length;
	a->longer += b->longer;
}

void tally_print(const struct tally *t)
{
	printf("# %lu expressions x link types: %lu accepted, %lu refused by both or as listed\n",
	       t->expressions, t->accepted, t->refused);
	printf("# %lu pairs of expression and capture, %lu packets, %lu differ, %lu differ as "
	       "listed\n",
	       t->pairs, t->packets, t->failures, t->known);
	printf(
	    "# libpcap: disagrees with itself on %lu, calls %lu constant; decides %lu packets by "
	    "unwritten memory, %lu by overwritten memory\n",
	    t->itself, t->constant, t->chance, t->clobbered);
	printf("# %lu cannot be said in classic BPF\n", t->no_classic);
	printf("# instructions, optimised: ours %lu, libpcap's %lu; ours longer for %lu\n",
	       t->our_length, t->their_length, t->longer);
}
