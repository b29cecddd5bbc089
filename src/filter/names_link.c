/* SPDX-License-Identifier: BSD-2-Clause */
/* Names of the link layer: what a frame carries, by our own table, and hosts, by /etc/ethers. */
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/diag.h"
#include "filter/match.h"
#include "filter/names.h"
#include "filter/spell.h"

enum kind { ETHERTYPE, SAP };

static const struct {
	u8 kind;
	const char *name;
	u32 number;
} linknames[] = {
#define LINKNAME(kind, name, number) {kind, name, number},
#include "filter/linknames.def"
#undef LINKNAME
};

static bool find(enum kind kind, const char *name, u32 *number)
{
	for (size_t i = 0; i < SKEP_COUNT(linknames); i++) {
		if (linknames[i].kind == kind && strcmp(linknames[i].name, name) == 0) {
			*number = linknames[i].number;
			return true;
		}
	}
	return false;
}

static SKEP_COLD bool unknown(const char *name, struct skep_diag *d)
{
	struct skep_spell spell;

	skep_fail(d, SKEP_E_NAME, "there is no link-layer protocol named '%s'", name);
	skep_spell_init(&spell, name, strlen(name));
	for (size_t i = 0; i < SKEP_COUNT(linknames); i++)
		skep_spell_try(&spell, linknames[i].name);
	if (spell.best)
		return skep_hint(d, "did you mean `\\%s`?", spell.best);
	return skep_hint(d, "write the EtherType as a number, such as 0x88cc");
}

bool skep_name_ethertype(const char *name, u32 *type, struct skep_diag *d)
{
	return find(ETHERTYPE, name, type) || unknown(name, d);
}

bool skep_name_llc_sap(const char *name, u32 *sap, struct skep_diag *d)
{
	return find(SAP, name, sap) || unknown(name, d);
}

/* "ADDRESS NAME # comment": true if it is the line of `name`. */
static bool is_line_of(char *line, const char *name, u8 mac[6])
{
	char *rest = line + strcspn(line, "#\n"), *word;

	*rest = '\0';
	for (u32 i = 0; i < 6; i++) {
		u32 digits = 0, value = 0;

		for (; skep_is_hex(*line); digits++)
			value = value << 4 | skep_hex_value(*line++);
		if (digits < 1 || digits > 2 || (i < 5 && *line++ != ':'))
			return false;
		mac[i] = (u8)value;
	}
	if (!isspace((unsigned char)*line))
		return false;
	word = strtok_r(line, " \t\r", &rest);
	return word && strcmp(word, name) == 0;
}

/* Finds the line; a line that does not fit is cut off, and what was cut is no line. */
static bool search(FILE *file, const char *name, u8 mac[6])
{
	char line[512];
	bool whole = true;

	while (fgets(line, sizeof(line), file)) {
		bool starts = whole;
		char *text = line + strspn(line, " \t");

		whole = strchr(line, '\n') != NULL;
		if (starts && is_line_of(text, name, mac))
			return true;
	}
	return false;
}

bool skep_name_ether_in(const char *path, const char *name, u8 mac[6], struct skep_diag *d)
{
	FILE *file = fopen(path, "re");
	bool found = file && search(file, name, mac);

	if (found) {
		fclose(file);
		return true;
	}
	if (file) {
		fclose(file);
		skep_fail(d, SKEP_E_NAME, "the host '%s' is not in %s", name, path);
	} else {
		skep_fail(d, SKEP_E_NAME, "the link-layer host '%s' is not known: %s: %s", name,
			  path, strerror(errno));
	}
	return skep_hint(d, "write its address, such as 02:00:00:00:00:01");
}

bool skep_name_ether(const char *name, u8 mac[6], struct skep_diag *d)
{
	return skep_name_ether_in("/etc/ethers", name, mac, d);
}
