internal import Rules

extension WalkRecord {
  /// The record as a document of kind `Walkthrough`, in the order of its schema; reads back equal.
  package var yaml: String {
    var lines = YAMLLines()
    lines.field("kind", "Walkthrough")
    lines.field("id", id)
    lines.field(document.kind == "Bundle" ? "bundle" : "item", document.id)
    lines.field("variant", variant)
    lines.field("guideVersion", guideVersion)
    lines.field("round", round)
    lines.field("date", date)
    lines.field("mode", mode)
    lines.field("persona", persona)
    lines.map("reviewer") { lines in
      lines.field("name", reviewer)
      lines.field("role", role)
      lines.field("unit", unit)
    }
    lines.field("channel", channel)
    lines.field("place", place)
    lines.map("times") { lines in
      lines.field("ticket", times.ticket)
      lines.field("called", times.called)
      lines.field("accepted", times.accepted)
      lines.field("left", times.left)
    }
    writeFindings(&lines)
    writeConclusion(&lines)
    return lines.text
  }

  private func writeFindings(_ lines: inout YAMLLines) {
    lines.maps("lines", self.lines) { lines, line in
      lines.field("id", line.id)
      lines.field("about", line.about)
      lines.field("written", line.written)
      lines.field("found", line.found)
      lines.field("result", line.result?.rawValue)
      lines.field("note", line.note)
      lines.list("evidence", line.evidence)
    }
    lines.maps("extra", extra) { lines, extra in
      lines.field("name", extra.name)
      lines.field("note", extra.note)
      lines.list("evidence", extra.evidence)
    }
    lines.maps("answers", answers) { lines, reply in
      lines.field("id", reply.id)
      lines.field("ask", reply.ask)
      lines.field("result", reply.result?.rawValue)
      lines.field("note", reply.note)
      lines.list("evidence", reply.evidence)
    }
  }

  private func writeConclusion(_ lines: inout YAMLLines) {
    lines.map("scores") { lines in
      for (aspect, score) in scores.sorted(by: { $0.key.order < $1.key.order }) { lines.field(aspect.rawValue, score) }
    }
    lines.field("outcome", outcome?.rawValue)
    lines.map("obstacles") { lines in
      lines.field("cannot", cannot)
      lines.field("hard", hard)
      lines.field("refused", refused)
    }
    lines.list("suggestions", suggestions)
    lines.field("conclusion", conclusion)
    lines.maps("evidence", evidence) { lines, proof in
      lines.field("file", proof.file)
      lines.field("caption", proof.caption)
      lines.field("taken", proof.taken)
    }
    if masked > 0 { lines.field("masked", masked) }
  }
}

extension Aspect {
  /// Place in the order 懂不懂、通不通、高不高、好不好.
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
