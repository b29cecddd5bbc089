/* SPDX-License-Identifier: BSD-2-Clause */
/* The whole test framework: a test prints TAP. Each check names what it compares; a test file is a
 * main that calls its cases and ends in `return test_end();`. */
#ifndef SKEP_TEST_H
#define SKEP_TEST_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* Weak, so that all files of one test program count together. */
__attribute__((weak)) int test_count, test_failed;

/* One result; the name is a printf format. Returns whether it held. */
__attribute__((format(printf, 2, 3))) static inline bool test_ok(bool held, const char *name, ...)
{
	va_list args;

	va_start(args, name);
	printf("%s %d - ", held ? "ok" : "not ok", ++test_count);
	vprintf(name, args);
	printf("\n");
	va_end(args);
	test_failed += !held;
	return held;
}

/* Equal numbers, or both are shown. */
#define test_eq(got, want, ...)                                                                    \
	({                                                                                         \
		long long got_ = (long long)(got), want_ = (long long)(want);                      \
		if (!test_ok(got_ == want_, __VA_ARGS__))                                          \
			printf("# %s:%d: got %lld (0x%llx), want %lld (0x%llx)\n", __FILE__,       \
			       __LINE__, got_, (unsigned long long)got_, want_,                    \
			       (unsigned long long)want_);                                         \
	})

/* Equal texts, or both are shown. */
#define test_text(got, want, ...)                                                                  \
	({                                                                                         \
		const char *got_ = (got), *want_ = (want);                                         \
		if (!test_ok(got_ && strcmp(got_, want_) == 0, __VA_ARGS__))                       \
			printf("# %s:%d: got:\n%s\n# want:\n%s\n", __FILE__, __LINE__,             \
			       got_ ? got_ : "(nothing)", want_);                                  \
	})

/* What cannot be tried here is counted in the open, with its reason. */
static inline void test_skip(const char *name, const char *why)
{
	printf("ok %d - %s # SKIP %s\n", ++test_count, name, why);
}

static inline int test_end(void)
{
	printf("1..%d\n", test_count);
	return test_failed != 0;
}

#endif
