/* SPDX-License-Identifier: BSD-2-Clause */
/* The filter language against libpcap, on expressions made at random from the whole grammar.
 *
 * usage: filter_random CAPTURES.LIST DIFFERENCES SEED COUNT
 *
 * COUNT expressions, each on the captures of one link type, which is drawn too. The same seed makes
 * the same expressions. Where skep differs, the expression is shrunk before it is shown. */
#include <err.h>
#include <stdlib.h>

#include "filter_compare.h"
#include "filter_maker.h"
#include "test.h"

enum { MAX_BYTES = 160, MAX_TEXT = 1500, MAX_SHOWN = 20 };

struct random {
	u64 state;
};

/* xorshift64*, Marsaglia 2003 */
static u32 draw(struct random *r, u32 below)
{
	r->state ^= r->state >> 12;
	r->state ^= r->state << 25;
	r->state ^= r->state >> 27;
	return (u32)((r->state * 0x2545f4914f6cdd1dull) >> 33) % below;
}

/* What decides one expression. */
struct recipe {
	u8 bytes[MAX_BYTES];
	size_t count;
	const char *special;
};

struct setting {
	struct captures captures; /* of one link type, borrowed */
	struct differences *known;
};

static bool differs(const struct recipe *recipe, const struct setting *s, struct failure *failure)
{
	char text[MAX_TEXT];
	struct tally unused = {0};

	filter_make(recipe->bytes, recipe->count, recipe->special, text, sizeof(text));
	return !compare(text, &s->captures, s->known, &unused, failure);
}

/* Keeps the simpler recipe if it fails as well. */
static bool accept(struct recipe *best, const struct recipe *simpler, const struct setting *s,
		   struct failure *failure)
{
	struct failure own;

	if (!differs(simpler, s, &own))
		return false;
	*best = *simpler;
	*failure = own;
	return true;
}

static bool drop_bytes(struct recipe *best, const struct setting *s, struct failure *failure)
{
	bool simpler = false;

	for (size_t size = 16; size > 0; size /= 2)
		for (size_t at = 0; at + size <= best->count;) {
			struct recipe trial = *best;

			memmove(trial.bytes + at, trial.bytes + at + size, trial.count - at - size);
			trial.count -= size;
			if (accept(best, &trial, s, failure))
				simpler = true;
			else
				at += size;
		}
	return simpler;
}

static bool lower_bytes(struct recipe *best, const struct setting *s, struct failure *failure)
{
	bool simpler = false;

	for (size_t at = 0; at < best->count; at++) {
		static const u8 factors[] = {0, 4, 2};

		for (size_t i = 0; i < SKEP_COUNT(factors); i++) {
			struct recipe trial = *best;

			if (trial.bytes[at] == 0)
				break;
			trial.bytes[at] = (u8)(factors[i] ? trial.bytes[at] / (u32)factors[i] : 0);
			if (accept(best, &trial, s, failure))
				simpler = true;
		}
	}
	return simpler;
}

static void shrink(struct recipe *recipe, const struct setting *s, struct failure *failure)
{
	char text[MAX_TEXT];

	recipe->count =
	    filter_make(recipe->bytes, recipe->count, recipe->special, text, sizeof(text));
	for (u32 round = 0; round < 4; round++) {
		bool shorter = drop_bytes(recipe, s, failure);

		if (!lower_bytes(recipe, s, failure) && !shorter)
			break;
	}
}

static void show(struct recipe *recipe, const struct setting *s, struct failure *failure)
{
	char text[MAX_TEXT];

	filter_make(recipe->bytes, recipe->count, recipe->special, text, sizeof(text));
	printf("# made: %s | %s\n", text, failure->text);
	shrink(recipe, s, failure);
	filter_make(recipe->bytes, recipe->count, recipe->special, text, sizeof(text));
	printf("# shrunk: %s | %s | %s\n", s->captures.data->link, text, failure->text);
}

static bool wanted(const struct capture *c, void *closure)
{
	(void)closure;
	return strcmp(c->kind, "small") == 0;
}

/* The captures of one link type stand together in the list. */
static size_t group_end(const struct captures *all, size_t start)
{
	size_t end = start;

	while (end < all->count && strcmp(all->data[end].link, all->data[start].link) == 0)
		end++;
	return end;
}

static size_t find_link(const struct captures *all, const char *link)
{
	for (size_t i = 0; i < all->count; i++)
		if (strcmp(all->data[i].link, link) == 0)
			return i;
	errx(1, "there is no capture of %s", link);
}

static struct setting draw_setting(struct random *r, const struct captures *all,
				   struct differences *known)
{
	enum { ETHERNET_PERCENT = 30 };
	size_t start = draw(r, (u32)all->count);

	if (draw(r, 100) < ETHERNET_PERCENT)
		start = find_link(all, "en10mb");
	while (start > 0 && strcmp(all->data[start - 1].link, all->data[start].link) == 0)
		start--;
	return (struct setting){{&all->data[start], group_end(all, start) - start}, known};
}

static void run(struct random *r, u64 count, const struct captures *all, struct differences *known,
		struct tally *tally)
{
	for (u64 i = 0; i < count; i++) {
		struct setting s = draw_setting(r, all, known);
		struct recipe recipe = {.count = 1 + draw(r, MAX_BYTES),
					.special = filter_special(s.captures.data->link)};
		struct failure failure;
		char text[MAX_TEXT];

		for (size_t k = 0; k < recipe.count; k++)
			recipe.bytes[k] = (u8)draw(r, 256);
		filter_make(recipe.bytes, recipe.count, recipe.special, text, sizeof(text));
		if (!compare(text, &s.captures, known, tally, &failure) &&
		    tally->failures <= MAX_SHOWN)
			show(&recipe, &s, &failure);
	}
}

int main(int argc, char **argv)
{
	struct captures all;
	struct differences known;
	struct tally tally = {0};
	struct random r;
	u64 seed, count;

	if (argc != 5)
		errx(2, "usage: filter_random CAPTURES.LIST DIFFERENCES SEED COUNT");
	seed = strtoull(argv[3], NULL, 0);
	count = strtoull(argv[4], NULL, 0);
	all = captures_load(argv[1], wanted, NULL);
	known = differences_load(argv[2], "*");
	r.state = seed * 0x9e3779b97f4a7c15ull | 1;
	run(&r, count, &all, &known, &tally);
	test_ok(tally.failures == 0,
		"seed %lu: %lu expressions, %lu accepted, %lu pairs, %lu differ", seed,
		tally.expressions, tally.accepted, tally.pairs, tally.failures);
	test_ok(tally.accepted * 2 > tally.expressions,
		"most expressions that are made are accepted");
	tally_print(&tally);
	differences_free(&known);
	captures_free(&all);
	return test_end();
}
