/* SPDX-License-Identifier: BSD-2-Clause */
/* Values of maps and variables as text, by their types in BTF. What is printed as JSON can be read
 * back. The forms:
 *
 *	integer, pointer	number; true or false for bool
 *	enum			its name, else a number
 *	__be16, __be64		number, in the byte order of the host
 *	__be32, struct in_addr	"192.0.2.1"
 *	struct in6_addr		"2001:db8::1"
 *	unsigned char[6]	"02:00:00:00:00:01"
 *	char[N]			"text"
 *	other arrays of bytes	"00ff.." in hexadecimal digits, as is what has no type
 *	arrays			[..]
 *	structs and unions	{"member":..}
 *
 * A number can be written in hexadecimal (0x..) and as a text, and for bytes without a type if an
 * integer has as many; an address also for an integer or an array of bytes of its size. Members
 *that are not named are zero. */
#ifndef SKEP_OBJECT_VALUE_H
#define SKEP_OBJECT_VALUE_H

#include <skep/diag.h>

#include "base/buffer.h"
#include "object/json.h"

struct btf;

struct skep_value_type {
	const struct btf *btf; /* borrowed */
	u32 id;		       /* 0: bytes without a type */
	u32 size;	       /* bytes */
	bool index;	       /* without a type, it is an integer all the same */
};

/* Appends a value, as JSON or as it is read best. */
void skep_value_print(struct skep_buffer *b, const struct skep_value_type *type, const void *value,
		      bool json);

/* Writes what a text says over a value of type->size bytes. False with *d set to the place in
 * `text`, which the tree was made from. */
SKEP_MUST_USE bool skep_value_read(const struct skep_value_type *type, const struct skep_json *json,
				   void *value, const char *text, struct skep_diag *d);

/* Adds the numbers in a value to those in another one. Addresses and texts stay as they are. */
void skep_value_add(const struct skep_value_type *type, void *sum, const void *value);

/* Finds a member of a struct by its name, or by names with dots between them. False: it has none,
 * or it is a bit-field. */
SKEP_MUST_USE bool skep_value_part(const struct skep_value_type *type, const char *path,
				   struct skep_value_type *part, u32 *offset);

/* -1, 0 or 1: the order in which keys are printed, numbers by their size. */
int skep_value_compare(const struct skep_value_type *type, const void *a, const void *b);

#endif
