/* SPDX-License-Identifier: BSD-2-Clause */
#include "base/json.h"

/* Bytes of the UTF-8 sequence at `text`, 0 if there is none. */
static size_t sequence_length(const u8 *text)
{
	size_t length = text[0] < 0x80	 ? 1
			: text[0] < 0xc2 ? 0
			: text[0] < 0xe0 ? 2
			: text[0] < 0xf0 ? 3
			: text[0] < 0xf5 ? 4
					 : 0;
	bool surrogate = text[0] == 0xed && text[1] >= 0xa0;
	bool overlong = (text[0] == 0xe0 && text[1] < 0xa0) || (text[0] == 0xf0 && text[1] < 0x90);
	bool past_end = text[0] == 0xf4 && text[1] >= 0x90;

	for (size_t i = 1; i < length; i++)
		if ((text[i] & 0xc0) != 0x80)
			return 0;
	return length > 1 && (surrogate || overlong || past_end) ? 0 : length;
}

void skep_json_string(struct skep_buffer *b, const char *text)
{
	skep_buffer_text(b, "\"");
	while (*text) {
		size_t length = sequence_length((const u8 *)text);

		if (!length)
			skep_buffer_text(b, "\\ufffd");
		else if (*text == '"' || *text == '\\')
			skep_buffer_printf(b, "\\%c", *text);
		else if ((u8)*text < ' ' || *text == 0x7f)
			skep_buffer_printf(b, "\\u%04x", (u8)*text);
		else
			skep_buffer_bytes(b, text, length);
		text += length ? length : 1;
	}
	skep_buffer_text(b, "\"");
}
