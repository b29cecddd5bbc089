/* SPDX-License-Identifier: BSD-2-Clause */
/* gdb's interface for JITs (gdb manual, "JIT Compilation Interface"): a list of object files in the
 * memory of the process, and a function that is called when it has changed, where gdb has a
 * breakpoint. Both have names that gdb looks for, so there is one list a process: the only mutable
 * global of the library, since the protocol knows no other way. A mutex guards it.
 *
 * An object file here is what gdb needs of one: where .text lies, which functions are in it, and
 * how to go from each of its instructions to the caller (.eh_frame; DWARF 5, section 6.4). */
#include "jit/gdb.h"

#include <elf.h>
#include <pthread.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "jit/debug.h"

/* ---- the protocol; names are gdb's */

enum { NO_ACTION, REGISTER, UNREGISTER };

struct jit_code_entry {
	struct jit_code_entry *next_entry, *prev_entry;
	const char *symfile_addr;
	u64 symfile_size;
};

struct jit_descriptor {
	u32 version;
	u32 action_flag;
	struct jit_code_entry *relevant_entry;
	struct jit_code_entry *first_entry;
};

/* Found by gdb in a stripped library too, and never those of another JIT in the process. */
#define FOR_GDB __attribute__((visibility("protected")))
FOR_GDB extern struct jit_descriptor __jit_debug_descriptor;
FOR_GDB void __jit_debug_register_code(void);

struct jit_descriptor __jit_debug_descriptor = {.version = 1};

__attribute__((noinline)) void __jit_debug_register_code(void)
{
	__asm__ volatile("" ::: "memory");
}

static pthread_mutex_t list_lock = PTHREAD_MUTEX_INITIALIZER;

/* ---- the list */

struct entry {
	struct jit_code_entry listed;
	char *object;				     /* owned */
	void (*release)(struct skep_native *native); /* of the code */
};

static void tell(struct jit_code_entry *entry, u32 action)
{
	__jit_debug_descriptor.relevant_entry = entry;
	__jit_debug_descriptor.action_flag = action;
	__jit_debug_register_code();
	__jit_debug_descriptor.action_flag = NO_ACTION;
	__jit_debug_descriptor.relevant_entry = NULL;
}

static void add(struct jit_code_entry *entry)
{
	pthread_mutex_lock(&list_lock);
	entry->next_entry = __jit_debug_descriptor.first_entry;
	if (entry->next_entry)
		entry->next_entry->prev_entry = entry;
	__jit_debug_descriptor.first_entry = entry;
	tell(entry, REGISTER);
	pthread_mutex_unlock(&list_lock);
}

static void take_out(struct jit_code_entry *entry)
{
	pthread_mutex_lock(&list_lock);
	if (entry->prev_entry)
		entry->prev_entry->next_entry = entry->next_entry;
	else
		__jit_debug_descriptor.first_entry = entry->next_entry;
	if (entry->next_entry)
		entry->next_entry->prev_entry = entry->prev_entry;
	tell(entry, UNREGISTER);
	pthread_mutex_unlock(&list_lock);
}

/* ---- how to go to the caller */

#if defined(__x86_64__)
enum { MACHINE = EM_X86_64, STACK_REGISTER = 7, RETURN_REGISTER = 16 };
#else
enum { MACHINE = EM_AARCH64, STACK_REGISTER = 31, RETURN_REGISTER = 30 };
#endif

/* DW_CFA_*, DWARF 5, section 7.24 */
enum { CFA_NOP = 0x00, CFA_ADVANCE4 = 0x04, CFA_DEFINE = 0x0c, CFA_OFFSET = 0x80 };

enum { WORD = 8, LENGTH = 4 }; /* bytes; LENGTH of the field that begins an entry */

static void put_byte(struct skep_buffer *b, u32 value)
{
	skep_buffer_bytes(b, &(u8){(u8)value}, 1);
}

static void put32(struct skep_buffer *b, u32 value)
{
	skep_buffer_bytes(b, &value, sizeof(value));
}

static void put64(struct skep_buffer *b, u64 value)
{
	skep_buffer_bytes(b, &value, sizeof(value));
}

static void put_uleb(struct skep_buffer *b, u32 value)
{
	for (; value >= 0x80; value >>= 7)
		put_byte(b, value | 0x80);
	put_byte(b, value);
}

static void align(struct skep_buffer *b)
{
	while (b->count % WORD && !b->failed)
		put_byte(b, CFA_NOP);
}

/* An entry has all but its length. */
static void end_entry(struct skep_buffer *b, size_t start)
{
	u32 length;

	align(b);
	length = (u32)(b->count - start - LENGTH);
	if (!b->failed)
		memcpy(b->data + start, &length, sizeof(length));
}

/* What holds where something that is called begins: the return address alone is on the stack. */
static void put_common(struct skep_buffer *b)
{
	size_t start = b->count;

	put32(b, 0);
	put32(b, 0);
	put_byte(b, 1); /* version */
	put_byte(b, 0); /* no augmentation */
	put_uleb(b, 1);
	put_byte(b, 0x78); /* offsets count -8 bytes */
	put_byte(b, RETURN_REGISTER);
	put_byte(b, CFA_DEFINE);
	put_uleb(b, STACK_REGISTER);
	put_uleb(b, WORD);
	put_byte(b, CFA_OFFSET | RETURN_REGISTER);
	put_uleb(b, 1);
	end_entry(b, start);
}

static void put_mark(struct skep_buffer *b, const struct skep_jit_mark *m, u32 *at)
{
	if (m->place.at > *at) {
		put_byte(b, CFA_ADVANCE4);
		put32(b, m->place.at - *at);
		*at = m->place.at;
	}
	put_byte(b, CFA_DEFINE);
	put_uleb(b, m->base);
	put_uleb(b, (u32)m->depth);
	if (m->saved != SKEP_JIT_NO_REGISTER) {
		put_byte(b, CFA_OFFSET | m->saved);
		put_uleb(b, (u32)m->depth / WORD);
	}
}

/* The part that begins with mark i; returns the mark of the next one. */
static size_t put_part(struct skep_buffer *b, const struct skep_native *native, size_t i,
		       size_t common)
{
	const struct skep_jit_debug *debug = native->debug;
	const struct skep_jit_mark *marks = debug->marks.data;
	u32 at = marks[i].place.at, end;
	size_t start = b->count, next = i + 1;

	while (next < debug->marks.count && !marks[next].part)
		next++;
	end = next < debug->marks.count ? marks[next].place.at : (u32)native->used;
	put32(b, 0);
	put32(b, (u32)(start + LENGTH - common));
	put64(b, (u64)(uintptr_t)native->at + at);
	put64(b, end - at);
	for (size_t k = i + 1; k < next; k++)
		put_mark(b, &marks[k], &at);
	end_entry(b, start);
	return next;
}

static void put_frames(struct skep_buffer *b, const struct skep_native *native)
{
	const struct skep_jit_debug *debug = native->debug;
	size_t common = b->count;

	put_common(b);
	for (size_t i = 0; i < debug->marks.count;)
		i = put_part(b, native, i, common);
	put32(b, 0);
	align(b);
}

/* ---- the object file */

enum section { NONE, TEXT, FRAMES, SYMBOLS, NAMES, TITLES, SECTIONS };

static const struct {
	const char *title;
	u32 type, flags, link;
} sections[SECTIONS] = {
    [TEXT] = {".text", SHT_NOBITS, SHF_ALLOC | SHF_EXECINSTR, 0},
    [FRAMES] = {".eh_frame", SHT_PROGBITS, SHF_ALLOC, 0},
    [SYMBOLS] = {".symtab", SHT_SYMTAB, 0, NAMES},
    [NAMES] = {".strtab", SHT_STRTAB, 0, 0},
    [TITLES] = {".shstrtab", SHT_STRTAB, 0, 0},
};

struct object {
	struct skep_buffer bytes, names;
	Elf64_Shdr headers[SECTIONS];
};

static void begin(struct object *o, enum section section)
{
	align(&o->bytes);
	o->headers[section].sh_offset = o->bytes.count;
}

static void end(struct object *o, enum section section)
{
	o->headers[section].sh_size = o->bytes.count - o->headers[section].sh_offset;
}

static void put_symbol(struct object *o, u64 address, u64 size)
{
	const Elf64_Sym symbol = {.st_name = (u32)o->names.count,
				  .st_info = ELF64_ST_INFO(STB_GLOBAL, STT_FUNC),
				  .st_shndx = TEXT,
				  .st_value = address,
				  .st_size = size};

	skep_buffer_bytes(&o->bytes, &symbol, sizeof(symbol));
}

/* The program has its name, its functions have that and their instruction's number. */
static void put_symbols(struct object *o, const struct skep_native *native, const char *name)
{
	const struct skep_jit_debug *debug = native->debug;
	u64 start = (u64)(uintptr_t)native->at;
	size_t count = debug->functions.count;
	const Elf64_Sym none = {0};

	skep_buffer_bytes(&o->bytes, &none, sizeof(none));
	put_byte(&o->names, 0);
	put_symbol(o, start, count ? debug->offsets[0] : native->used);
	skep_buffer_text(&o->names, name);
	put_byte(&o->names, 0);
	for (size_t i = 0; i < count; i++) {
		u64 to = i + 1 < count ? debug->offsets[i + 1] : native->used;

		put_symbol(o, start + debug->offsets[i], to - debug->offsets[i]);
		skep_buffer_printf(&o->names, "%s_%u", name, debug->functions.data[i]);
		put_byte(&o->names, 0);
	}
}

static void put_titles(struct object *o)
{
	size_t start = o->bytes.count;

	put_byte(&o->bytes, 0);
	for (u32 i = TEXT; i < SECTIONS; i++) {
		o->headers[i].sh_name = (u32)(o->bytes.count - start);
		skep_buffer_bytes(&o->bytes, sections[i].title, strlen(sections[i].title) + 1);
	}
}

static void fill_headers(struct object *o, const struct skep_native *native)
{
	const Elf64_Ehdr head = {
	    .e_ident = {ELFMAG0, ELFMAG1, ELFMAG2, ELFMAG3, ELFCLASS64, ELFDATA2LSB, EV_CURRENT},
	    .e_type = ET_EXEC,
	    .e_machine = MACHINE,
	    .e_version = EV_CURRENT,
	    .e_shoff = sizeof(head),
	    .e_ehsize = sizeof(head),
	    .e_shentsize = sizeof(Elf64_Shdr),
	    .e_shnum = SECTIONS,
	    .e_shstrndx = TITLES};

	for (u32 i = TEXT; i < SECTIONS; i++) {
		o->headers[i].sh_type = sections[i].type;
		o->headers[i].sh_flags = sections[i].flags;
		o->headers[i].sh_link = sections[i].link;
		o->headers[i].sh_addralign = i == TEXT ? 1 : WORD;
	}
	o->headers[TEXT].sh_addr = (u64)(uintptr_t)native->at;
	o->headers[TEXT].sh_size = native->used;
	o->headers[FRAMES].sh_addr = (u64)(uintptr_t)o->bytes.data + o->headers[FRAMES].sh_offset;
	o->headers[SYMBOLS].sh_entsize = sizeof(Elf64_Sym);
	o->headers[SYMBOLS].sh_info = 1; /* the first that is not local */
	memcpy(o->bytes.data, &head, sizeof(head));
	memcpy(o->bytes.data + sizeof(head), o->headers, sizeof(o->headers));
}

static void put_object(struct object *o, const struct skep_native *native, const char *name)
{
	const u8 heads[sizeof(Elf64_Ehdr) + sizeof(o->headers)] = {0};

	skep_buffer_bytes(&o->bytes, heads, sizeof(heads));
	begin(o, FRAMES);
	put_frames(&o->bytes, native);
	end(o, FRAMES);
	begin(o, SYMBOLS);
	put_symbols(o, native, name);
	end(o, SYMBOLS);
	begin(o, NAMES);
	skep_buffer_bytes(&o->bytes, o->names.data, o->names.count);
	end(o, NAMES);
	begin(o, TITLES);
	put_titles(o);
	end(o, TITLES);
	if (!o->bytes.failed)
		fill_headers(o, native);
}

/* ---- from and to code */

static void forget(struct skep_native *native)
{
	struct entry *entry = ((struct skep_jit_debug *)native->debug)->teller;

	take_out(&entry->listed);
	entry->release(native);
	skep_free(entry->object);
	skep_free(entry);
}

/* Of architectures that note nothing there are names alone. */
static bool has_debug(struct skep_native *native)
{
	if (!native->debug)
		native->debug = skep_alloc(sizeof(struct skep_jit_debug));
	return native->debug;
}

bool skep_jit_tell_gdb(struct skep_code *code, const char *name, struct skep_diag *d)
{
	struct skep_native *native = &code->native;
	struct entry *entry = skep_alloc(sizeof(*entry));
	struct object o = {0};

	if (!entry || !has_debug(native))
		goto failed;
	put_object(&o, native, name);
	if (o.bytes.failed || o.names.failed)
		goto failed;
	skep_buffer_fini(&o.names);
	entry->listed.symfile_size = o.bytes.count;
	entry->object = o.bytes.data;
	entry->listed.symfile_addr = entry->object;
	entry->release = native->release;
	((struct skep_jit_debug *)native->debug)->teller = entry;
	native->release = forget;
	add(&entry->listed);
	return true;
failed:
	skep_buffer_fini(&o.bytes);
	skep_buffer_fini(&o.names);
	skep_free(entry);
	return skep_fail_nomem(d);
}
