/* SPDX-License-Identifier: BSD-2-Clause */
#include "roff.h"

#include <stdio.h>
#include <string.h>

void skep_roff_put(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		bool first = i == 0 || text[i - 1] == '\n';

		if (text[i] == '\\')
			fputs("\\e", stdout);
		else if (text[i] == '-')
			fputs("\\-", stdout);
		else if (first && (text[i] == '\'' || text[i] == '.'))
			printf("\\&%c", text[i]);
		else
			putchar(text[i]);
	}
}

void skep_roff_text(const char *text)
{
	skep_roff_put(text, strlen(text));
}
