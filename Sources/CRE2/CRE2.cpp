#include "CRE2.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

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

// Longer words are rarer, and ASCII is rarer than ideographs, whose three bytes are above 0xDF.
static size_t rarity(const std::string &word) {
  size_t rarity = word.size();
  for (unsigned char byte : word) rarity += byte < 0x80 ? 3 : 0;
  return rarity;
}

// Beyond this many, trying which words can be left out would cost more than it saves.
static constexpr size_t kMostWords = 256;

void cre2_required_words(const char *pattern, size_t length, int shortest, void *context,
                         void (*take)(void *context, const char *word, size_t length)) {
  RE2::Options options;
  options.set_log_errors(false);
  re2::FilteredRE2 filter(shortest);
  int id = 0;
  if (filter.Add(re2::StringPiece(pattern, length), options, &id) != RE2::NoError) return;
  std::vector<std::string> words;
  filter.Compile(&words);
  // Words that stand for one another, such as the two ends of a phrase, are not all needed: drop the common ones first.
  std::vector<int> needed(words.size());
  for (size_t index = 0; index < words.size(); index++) needed[index] = static_cast<int>(index);
  // By index where two are as rare, so that the choice does not depend on the library's sort.
  std::sort(needed.begin(), needed.end(), [&](int left, int right) {
    const size_t first = rarity(words[left]);
    const size_t second = rarity(words[right]);
    return first != second ? first < second : left < right;
  });
  for (size_t position = 0; position < needed.size() && words.size() <= kMostWords;) {
    std::vector<int> rest = needed;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(position));
    std::vector<int> others;
    for (size_t index = 0; index < words.size(); index++) {
      if (std::find(rest.begin(), rest.end(), static_cast<int>(index)) == rest.end()) {
        others.push_back(static_cast<int>(index));
      }
    }
    std::vector<int> possible;
    filter.AllPotentials(others, &possible);
    if (possible.empty()) {
      needed = rest;
    } else {
      position++;
    }
  }
  for (int index : needed) take(context, words[index].data(), words[index].size());
}
}
