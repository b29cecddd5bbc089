/* SPDX-License-Identifier: BSD-2-Clause */
#include "syscall/netlink.h"

#include <errno.h>
#include <string.h>

/* ---- reading */

struct skep_nl_part skep_nl_behind(struct skep_nl_part part, u32 size)
{
	if (part.size < size)
		return (struct skep_nl_part){0};
	return (struct skep_nl_part){part.at + size, part.size - size};
}

bool skep_nl_next(struct skep_nl_part *list, u16 *type, struct skep_nl_part *value)
{
	struct nlattr head;
	u32 step;

	if (list->size < sizeof(head))
		return false;
	memcpy(&head, list->at, sizeof(head));
	if (head.nla_len < sizeof(head) || head.nla_len > list->size)
		return false;
	*type = head.nla_type & NLA_TYPE_MASK;
	*value = (struct skep_nl_part){list->at + sizeof(head), head.nla_len - (u32)sizeof(head)};
	step = skep_nl_align(head.nla_len);
	*list = skep_nl_behind(*list, step < list->size ? step : list->size);
	return true;
}

int skep_nl_parse(struct skep_nl_part list, const u8 least[], u32 count,
		  struct skep_nl_part found[])
{
	struct skep_nl_part value;
	u16 type;

	memset(found, 0, count * sizeof(*found));
	while (skep_nl_next(&list, &type, &value)) {
		if (type >= count)
			continue;
		if (value.size < least[type])
			return -ERANGE;
		found[type] = value;
	}
	return 0;
}

u32 skep_nl_word(struct skep_nl_part value, u32 without)
{
	u32 word = without;

	if (value.at)
		memcpy(&word, value.at, sizeof(word));
	return word;
}

bool skep_nl_is(struct skep_nl_part value, const char *text)
{
	size_t length = strlen(text);

	return value.at && value.size >= length && memcmp(value.at, text, length) == 0 &&
	       (value.size == length || !value.at[length]);
}

/* ---- writing */

static void pad(struct skep_buffer *b)
{
	static const u8 zeros[NLA_ALIGNTO];

	skep_buffer_bytes(b, zeros, skep_nl_align((u32)b->count) - b->count);
}

size_t skep_nl_begin(struct skep_buffer *b, const struct nlmsghdr *head)
{
	size_t at = b->count;

	skep_buffer_bytes(b, head, sizeof(*head));
	return at;
}

void skep_nl_end(struct skep_buffer *b, size_t message)
{
	u32 length = (u32)(b->count - message);

	if (b->failed)
		return;
	memcpy(b->data + message, &length, sizeof(length));
	pad(b);
}

void skep_nl_put(struct skep_buffer *b, u16 type, const void *value, size_t size)
{
	struct nlattr head = {.nla_len = (u16)(sizeof(head) + size), .nla_type = type};

	skep_buffer_bytes(b, &head, sizeof(head));
	skep_buffer_bytes(b, value, size);
	pad(b);
}

void skep_nl_put_word(struct skep_buffer *b, u16 type, u32 value)
{
	skep_nl_put(b, type, &value, sizeof(value));
}

size_t skep_nl_nest(struct skep_buffer *b, u16 type)
{
	size_t at = b->count;

	skep_nl_put(b, type, "", 0);
	return at;
}

void skep_nl_unnest(struct skep_buffer *b, size_t nest)
{
	u16 length = (u16)(b->count - nest);

	if (!b->failed)
		memcpy(b->data + nest, &length, sizeof(length));
}
