/* SPDX-License-Identifier: BSD-2-Clause */
#include "vm/streams.h"

#include <errno.h>
#include <pthread.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buffer.h"

struct skep_streams {
	pthread_mutex_t mutex;
	struct skep_buffer texts[SKEP_STREAMS];
};

struct skep_streams *skep_streams_new(void)
{
	struct skep_streams *s = skep_alloc(sizeof(*s));

	if (s)
		pthread_mutex_init(&s->mutex, NULL);
	return s;
}

void skep_streams_free(struct skep_streams *s)
{
	if (!s)
		return;
	for (u32 i = 0; i < SKEP_STREAMS; i++)
		skep_buffer_fini(&s->texts[i]);
	pthread_mutex_destroy(&s->mutex);
	skep_free(s);
}

static int append(struct skep_buffer *b, const char *text, size_t length)
{
	if (b->count + length >= SKEP_STREAM_LIMIT)
		return -ENOSPC;
	skep_buffer_bytes(b, text, length);
	if (!b->failed)
		return 0;
	b->failed = false;
	return -ENOMEM;
}

int skep_streams_write(struct skep_streams *s, s32 number, const char *text, size_t length)
{
	int error;

	if (!s || number < 1 || number > SKEP_STREAMS)
		return -ENOENT;
	pthread_mutex_lock(&s->mutex);
	error = append(&s->texts[number - 1], text, length);
	pthread_mutex_unlock(&s->mutex);
	return error;
}

size_t skep_streams_take(struct skep_streams *s, u32 number, char *to, size_t size)
{
	struct skep_buffer *b = &s->texts[number - 1];

	pthread_mutex_lock(&s->mutex);
	if (size > b->count)
		size = b->count;
	if (size) {
		memcpy(to, b->data, size);
		b->count -= size;
		memmove(b->data, b->data + size, b->count);
	}
	pthread_mutex_unlock(&s->mutex);
	return size;
}
