/* SPDX-License-Identifier: BSD-2-Clause */
/* What went wrong, where, why and what to do: the one form in which skep reports an error.
 *
 * A function that can fail takes a `struct skep_diag *` last and fills it once, where the cause is
 * known. The library never prints; the caller decides what to show. */
#ifndef SKEP_DIAG_H
#define SKEP_DIAG_H

#include <skep/api.h>
#include <stdint.h>

/* The kind of a failure: what a program may decide on. */
enum skep_error {
	SKEP_OK = 0,
	SKEP_E_NOMEM,	    /* memory ran out */
	SKEP_E_SYNTAX,	    /* a text does not follow its grammar */
	SKEP_E_NAME,	    /* a name (host, port, protocol, field) is not known */
	SKEP_E_RANGE,	    /* a number is outside what its place allows */
	SKEP_E_INVALID,	    /* a program or argument breaks a rule */
	SKEP_E_UNSUPPORTED, /* right, but not to be had for this link type, kernel or build */
	SKEP_E_LIMIT,	    /* a size limit of skep or of Linux is passed */
	SKEP_E_FORMAT,	    /* a file does not hold what its kind promises */
	SKEP_E_IO,	   /* reading, writing or opening failed; the sentence has the errno text */
	SKEP_E_PERMISSION, /* a privilege is missing */
	SKEP_E_SYSTEM,	   /* another system call failed */
	SKEP_E_REFUSED,	   /* the verifier refuses a program */
};

/* What the numbers of a place count. */
enum skep_place_kind {
	SKEP_PLACE_NONE = 0,
	SKEP_PLACE_TEXT,   /* line and column of a text */
	SKEP_PLACE_INSN,   /* at = index of an instruction */
	SKEP_PLACE_OFFSET, /* at = offset in a file, in bytes */
};

struct skep_place {
	enum skep_place_kind kind;
	uint32_t line;	 /* from 1; TEXT only */
	uint32_t column; /* from 1, in bytes; TEXT only */
	uint32_t length; /* bytes that are meant, at least 1; TEXT only */
	uint64_t at;	 /* INSN and OFFSET; for TEXT the byte offset from the start */
};

/* One failure or warning. Plain data: copy it, keep it, nothing needs freeing. */
struct skep_diag {
	enum skep_error code;
	struct skep_place place;
	char what[320]; /* one sentence without a full stop; names the actual value and the limit */
	char hint[320]; /* what to do or write instead; may be empty */
};

/* Returns the name of an error, e.g. "syntax"; static storage, never NULL. Thread-safe. */
SKEP_API const char *skep_error_name(enum skep_error code);

#endif
