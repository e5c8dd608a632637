#ifndef GUIDELINT_CRE2_H
#define GUIDELINT_CRE2_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled pattern; safe to match from several threads at once.
typedef struct cre2_pattern cre2_pattern;

/// Compiles `length` bytes of UTF-8 pattern text. Never null; ask `cre2_error` whether it is usable.
/// `max_memory` bounds the compiled program in bytes; a pattern over it is an error.
cre2_pattern *cre2_compile(const char *pattern, size_t length, int64_t max_memory);

/// Frees a pattern.
void cre2_free(cre2_pattern *pattern);

/// The reason why the pattern is unusable, or null when it is usable; owned by the pattern.
const char *cre2_error(const cre2_pattern *pattern);

/// The part of the pattern that the error speaks of; owned by the pattern.
const char *cre2_error_argument(const cre2_pattern *pattern);

/// Number of capturing groups, not counting the whole match.
int cre2_group_count(const cre2_pattern *pattern);

/// Looks for the first match at or after `start`. `anchor`: 0 = anywhere, 1 = at start, 2 = the whole text.
/// Writes begin and end of `groups` submatches (0 = whole match) to `spans`; -1, -1 where a group took no part.
bool cre2_match(const cre2_pattern *pattern, const char *text, size_t length, size_t start, int anchor,
                int64_t *spans, int groups);

/// Literal pieces, one of which every match holds, as `length` bytes each; letters A-Z are in lower case. Calls `take`
/// for each piece of at least `shortest` bytes, and for none where the pattern can match without any of them.
void cre2_required_words(const char *pattern, size_t length, int shortest, void *context,
                         void (*take)(void *context, const char *word, size_t length));

#ifdef __cplusplus
}
#endif
#endif
