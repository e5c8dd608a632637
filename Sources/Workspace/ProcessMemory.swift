internal import CMalloc

/// How this process gets memory from the system.
package enum ProcessMemory {
  /// Asks for memory in large pieces and keeps what was freed: a run reads thousands of files and ends. By default a
  /// worker asks for nearly each page anew, and the others, who touch new pages, wait meanwhile.
  package static func takeInLargePieces() { cmalloc_take_in_pieces(32 << 20, 1 << 30) }
}
