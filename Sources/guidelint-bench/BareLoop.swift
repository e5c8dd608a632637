import CLibYAML

/// The least that reading YAML can cost: libyaml's events, taken and thrown away.
enum BareLoop {
  /// Drains the events of a text; returns how many there were.
  static func events(of bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { text in
      var events = 0
      var parser = yaml_parser_t()
      guard yaml_parser_initialize(&parser) == 1 else { return 0 }
      defer { yaml_parser_delete(&parser) }
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(&parser, text.baseAddress, text.count)
      var isDone = false
      while !isDone {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else { return events }
        isDone = event.type == YAML_STREAM_END_EVENT
        events += 1
        yaml_event_delete(&event)
      }
      return events
    }
  }
}
