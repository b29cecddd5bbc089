/* SPDX-License-Identifier: BSD-2-Clause */
#include "spec_btf.h"

#include <linux/btf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "spec_ask.h"

static u8 *kernel_btf(void)
{
	static u8 *bytes;
	FILE *file = bytes ? NULL : fopen("/sys/kernel/btf/vmlinux", "rb");
	enum { MOST = 64 << 20 };

	if (!file)
		return bytes;
	bytes = calloc(1, MOST);
	if (fread(bytes, 1, MOST, file) < sizeof(struct btf_header)) {
		free(bytes);
		bytes = NULL;
	}
	fclose(file);
	return bytes;
}

/* Bytes that follow a type, by its kind. */
static size_t tail(const struct btf_type *type)
{
	u32 count = BTF_INFO_VLEN(type->info);

	switch (BTF_INFO_KIND(type->info)) {
	case BTF_KIND_INT:
	case BTF_KIND_VAR:
	case BTF_KIND_DECL_TAG:
		return 4;
	case BTF_KIND_ARRAY:
		return sizeof(struct btf_array);
	case BTF_KIND_STRUCT:
	case BTF_KIND_UNION:
		return count * sizeof(struct btf_member);
	case BTF_KIND_ENUM:
		return count * sizeof(struct btf_enum);
	case BTF_KIND_ENUM64:
		return count * sizeof(struct btf_enum64);
	case BTF_KIND_FUNC_PROTO:
		return count * sizeof(struct btf_param);
	case BTF_KIND_DATASEC:
		return count * sizeof(struct btf_var_secinfo);
	default:
		return 0;
	}
}

u32 btf_find(u32 kind, const char *name)
{
	const u8 *bytes = kernel_btf();
	const struct btf_header *head = (const void *)bytes;
	const struct btf_type *type;
	u32 id = 1;

	if (!bytes)
		return 0;
	for (u32 at = 0; at < head->type_len; at += (u32)(sizeof(*type) + tail(type)), id++) {
		type = (const void *)(bytes + head->hdr_len + head->type_off + at);
		if (BTF_INFO_KIND(type->info) == kind &&
		    strcmp((const char *)bytes + head->hdr_len + head->str_off + type->name_off,
			   name) == 0)
			return id;
	}
	return 0;
}

int btf_of_bytes(u32 size)
{
	struct {
		struct btf_header head;
		u32 number[4], byte[4], array[6];
		char strings[12];
	} btf = {
	    .head = {.magic = BTF_MAGIC,
		     .version = 1,
		     .hdr_len = sizeof(struct btf_header),
		     .type_len = 14 * 4,
		     .str_off = 14 * 4,
		     .str_len = 12},
	    .number = {1, BTF_KIND_INT << 24, 4, 32},
	    .byte = {5, BTF_KIND_INT << 24, 1, 8},
	    .array = {0, BTF_KIND_ARRAY << 24, 0, 2, 1, size},
	    .strings = "\0int\0char",
	};
	union bpf_attr attr = {.btf = (uintptr_t)&btf, .btf_size = sizeof(btf)};

	return (int)ask_bpf(BPF_BTF_LOAD, &attr, sizeof(attr));
}

int btf_of_special(enum btf_special special, u32 key, u32 *value)
{
	enum { INT = 1, VALUE = 5, FIELD = 11, TAG = 41, TASK = 46 };
	static const u32 sizes[] = {
	    [BTF_SPIN_LOCK] = 4, [BTF_RES_SPIN_LOCK] = 4, [BTF_TIMER] = 16, [BTF_KPTR] = 8};
	static const u32 names[] = {
	    [BTF_SPIN_LOCK] = 17, [BTF_RES_SPIN_LOCK] = 58, [BTF_TIMER] = 31, [BTF_KPTR] = 0};
	u32 record = BTF_KIND_STRUCT << 24;
	struct {
		struct btf_header head;
		u32 key[4], value[6], field[3], tag[3], target[3];
		char strings[76];
	} btf = {
	    .head = {.magic = BTF_MAGIC,
		     .version = 1,
		     .hdr_len = sizeof(struct btf_header),
		     .type_len = 19 * 4,
		     .str_off = 19 * 4,
		     .str_len = 76},
	    .key = {INT, BTF_KIND_INT << 24, key, key * 8},
	    .value = {VALUE, record | 1, sizes[special], FIELD, 3, 0},
	    .field = {names[special], record, sizes[special]},
	    .tag = {TAG, BTF_KIND_TYPE_TAG << 24, 5},
	    .target = {TASK, record, 0},
	    .strings = "\0int\0value\0field\0bpf_spin_lock\0bpf_timer\0kptr\0task_struct\0"
		       "bpf_res_spin_lock",
	};
	union bpf_attr attr = {.btf = (uintptr_t)&btf, .btf_size = sizeof(btf)};

	if (special == BTF_KPTR) {
		btf.field[1] = BTF_KIND_PTR << 24;
		btf.field[2] = 4;
	}
	*value = sizes[special];
	return (int)ask_bpf(BPF_BTF_LOAD, &attr, sizeof(attr));
}
