#ifndef GUIDELINT_CLIBYAML_H
#define GUIDELINT_CLIBYAML_H
// The system's libyaml as a module. A system library target would print a pkg-config warning at every build.
#include <stdlib.h>
#include <yaml.h>

// Swift reads a member of a C union by copying the union: 80 bytes at each access. These read one field in place.

static inline const yaml_char_t *guidelint_event_anchor(const yaml_event_t *event) {
  switch (event->type) {
  case YAML_SCALAR_EVENT: return event->data.scalar.anchor;
  case YAML_SEQUENCE_START_EVENT: return event->data.sequence_start.anchor;
  case YAML_MAPPING_START_EVENT: return event->data.mapping_start.anchor;
  case YAML_ALIAS_EVENT: return event->data.alias.anchor;
  default: return NULL;
  }
}

static inline const yaml_char_t *guidelint_event_tag(const yaml_event_t *event) {
  switch (event->type) {
  case YAML_SCALAR_EVENT: return event->data.scalar.tag;
  case YAML_SEQUENCE_START_EVENT: return event->data.sequence_start.tag;
  case YAML_MAPPING_START_EVENT: return event->data.mapping_start.tag;
  default: return NULL;
  }
}

static inline int guidelint_event_is_flow(const yaml_event_t *event) {
  return event->type == YAML_MAPPING_START_EVENT ? event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
                                                 : event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
}

static inline const yaml_char_t *guidelint_scalar_text(const yaml_event_t *event) { return event->data.scalar.value; }

static inline size_t guidelint_scalar_length(const yaml_event_t *event) { return event->data.scalar.length; }

static inline yaml_scalar_style_t guidelint_scalar_style(const yaml_event_t *event) { return event->data.scalar.style; }

// What yaml_event_delete does, without three calls for each scalar, and without clearing an event that
// yaml_parser_parse clears at once: a scalar mostly owns one text from malloc. The type is cleared, so that nothing is
// freed twice.
static inline void guidelint_scalar_release(yaml_event_t *event) {
  if (event->data.scalar.anchor || event->data.scalar.tag) {
    yaml_event_delete(event);
    return;
  }
  free(event->data.scalar.value);
  event->type = YAML_NO_EVENT;
}

// The same for any other event; most own nothing.
static inline void guidelint_event_release(yaml_event_t *event) {
  switch (event->type) {
  case YAML_SEQUENCE_END_EVENT:
  case YAML_MAPPING_END_EVENT: return;
  case YAML_SEQUENCE_START_EVENT:
  case YAML_MAPPING_START_EVENT:
    if (!guidelint_event_anchor(event) && !guidelint_event_tag(event)) return;
    break;
  default: break;
  }
  yaml_event_delete(event);
}

// Whether an event is a plain scalar on one line without anchor and tag, as nearly all are: libyaml takes every character
// of such a scalar into its text, so that the source holds the text as it is, and the marks enclose nothing else.
static inline int guidelint_is_plain_line(const yaml_event_t *event) {
  return event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE && !event->data.scalar.anchor &&
         !event->data.scalar.tag && event->start_mark.line == event->end_mark.line;
}

// Whether an event is a quoted scalar without anchor and tag.
static inline int guidelint_is_bare_quoted(const yaml_event_t *event) {
  return (event->data.scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE ||
          event->data.scalar.style == YAML_SINGLE_QUOTED_SCALAR_STYLE) &&
         !event->data.scalar.anchor && !event->data.scalar.tag;
}

#endif
