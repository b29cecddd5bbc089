/* SPDX-License-Identifier: BSD-2-Clause */
#include "filter_maker.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_DEPTH = 14 }; /* rules within rules; below, each rule takes its first alternative */

struct rule {
	const char *name;
	const char *const *alternatives; /* NULL ends */
};

#define RULE(name, ...) {#name, (const char *const[]){__VA_ARGS__, NULL}},
static const struct rule rules[] = {
#include "filter_grammar.def"
};
#undef RULE

struct maker {
	const u8 *bytes;
	size_t count, used;
	const char *special;
	char *text;
	size_t length, room;
	u32 depth;
};

static u32 take(struct maker *m)
{
	return m->used < m->count ? m->bytes[m->used++] : 0;
}

/* A number below `below`, which is at most 65,536 times 65,536. */
static u32 choose(struct maker *m, u64 below)
{
	u32 value = take(m);

	for (u64 covered = 256; covered < below; covered *= 256)
		value = value << 8 | take(m);
	return (u32)(value % below);
}

static void put(struct maker *m, const char *text, size_t length)
{
	if (m->length + length >= m->room)
		return;
	memcpy(m->text + m->length, text, length);
	m->length += length;
	m->text[m->length] = '\0';
}

static const struct rule *find(const char *name, size_t length)
{
	for (size_t i = 0; i < SKEP_COUNT(rules); i++)
		if (strlen(rules[i].name) == length && memcmp(rules[i].name, name, length) == 0)
			return &rules[i];
	fprintf(stderr, "filter_grammar.def has no rule %.*s\n", (int)length, name);
	abort();
}

static const char *after_weight(const char *alternative)
{
	return strchr(alternative, ' ') + 1;
}

static const char *choose_alternative(struct maker *m, const struct rule *rule)
{
	u32 total = 0, at;

	if (m->depth > MAX_DEPTH || m->length > m->room / 2)
		return after_weight(rule->alternatives[0]);
	for (u32 i = 0; rule->alternatives[i]; i++)
		total += (u32)atoi(rule->alternatives[i]);
	at = choose(m, total);
	for (u32 i = 0;; i++) {
		u32 weight = (u32)atoi(rule->alternatives[i]);

		assert(rule->alternatives[i]);
		if (at < weight)
			return after_weight(rule->alternatives[i]);
		at -= weight;
	}
}

/* {LO-HI} or {xLO-HI} */
static void make_number(struct maker *m, const char *range)
{
	bool hex = *range == 'x';
	char *end, text[16];
	u32 low = (u32)strtoul(range + hex, &end, 10);
	u32 high = (u32)strtoul(end + 1, NULL, 10);
	u32 value = low + choose(m, (u64)high - low + 1);
	int length = snprintf(text, sizeof(text), hex ? "%x" : "%u", value);

	put(m, text, (size_t)length);
}

/* Recursion ends: below MAX_DEPTH only first alternatives are taken, and those end. */
static void make_rule(struct maker *m, const struct rule *rule)
{
	const char *text = choose_alternative(m, rule);

	m->depth++;
	while (*text) {
		size_t literal = strcspn(text, "{");
		size_t name;

		put(m, text, literal);
		text += literal;
		if (!*text)
			break;
		name = strcspn(++text, "}");
		if (strchr("x0123456789", *text))
			make_number(m, text);
		else if (name == strlen("special") && memcmp(text, "special", name) == 0)
			make_rule(m, find(m->special, strlen(m->special)));
		else
			make_rule(m, find(text, name));
		text += name + 1;
	}
	m->depth--;
}

size_t filter_make(const u8 *bytes, size_t count, const char *special, char *text, size_t room)
{
	struct maker m = {
	    .bytes = bytes, .count = count, .special = special, .text = text, .room = room};

	text[0] = '\0';
	make_rule(&m, find("expr", strlen("expr")));
	return m.used;
}

const char *filter_special(const char *link)
{
	static const struct {
		const char *link, *rule;
	} specials[] = {{"ieee802_11", "wlan"}, {"radiotap", "wlan"}, {"prism", "wlan"},
			{"avs", "wlan"},	{"ppi", "wlan"},      {"sunatm", "atm"},
			{"mtp2", "ss7"},	{"mtp2_phdr", "ss7"}, {"mtp3", "ss7"},
			{"erf", "ss7"},		{"pflog", "pf"}};

	for (size_t i = 0; i < SKEP_COUNT(specials); i++)
		if (strcmp(specials[i].link, link) == 0)
			return specials[i].rule;
	return "word";
}
