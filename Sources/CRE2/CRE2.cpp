#include "CRE2.h"

#include <re2/re2.h>

#include <string>

struct cre2_pattern {
  RE2 compiled;
  cre2_pattern(const re2::StringPiece &text, const RE2::Options &options) : compiled(text, options) {}
};

extern "C" {

cre2_pattern *cre2_compile(const char *pattern, size_t length, int64_t max_memory) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(max_memory);
  return new cre2_pattern(re2::StringPiece(pattern, length), options);
}

void cre2_free(cre2_pattern *pattern) { delete pattern; }

const char *cre2_error(const cre2_pattern *pattern) {
  return pattern->compiled.ok() ? nullptr : pattern->compiled.error().c_str();
}

const char *cre2_error_argument(const cre2_pattern *pattern) { return pattern->compiled.error_arg().c_str(); }

int cre2_group_count(const cre2_pattern *pattern) {
  return pattern->compiled.ok() ? pattern->compiled.NumberOfCapturingGroups() : 0;
}

bool cre2_match(const cre2_pattern *pattern, const char *text, size_t length, size_t start, int anchor,
                int64_t *spans, int groups) {
  if (!pattern->compiled.ok() || start > length) return false;
  constexpr int kMostGroups = 16;
  re2::StringPiece found[kMostGroups];
  const int wanted = groups < kMostGroups ? groups : kMostGroups;
  // An empty text must still have an address: RE2 tells an absent group from an empty one by a null pointer.
  const char *base = text == nullptr ? "" : text;
  const RE2::Anchor how = anchor == 2 ? RE2::ANCHOR_BOTH : anchor == 1 ? RE2::ANCHOR_START : RE2::UNANCHORED;
  if (!pattern->compiled.Match(re2::StringPiece(base, length), start, length, how, found, wanted)) return false;
  for (int group = 0; group < wanted; group++) {
    const bool present = found[group].data() != nullptr;
    spans[2 * group] = present ? found[group].data() - base : -1;
    spans[2 * group + 1] = present ? found[group].data() - base + static_cast<int64_t>(found[group].size()) : -1;
  }
  return true;
}
}
