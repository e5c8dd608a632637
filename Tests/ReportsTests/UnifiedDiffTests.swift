import Reports
import Testing

private func difference(_ before: String, _ after: String) -> String {
  String(decoding: UnifiedDiff.text("f", from: Array(before.utf8), to: Array(after.utf8)), as: UTF8.self)
}

@Test func equalTextsHaveNoDifference() { #expect(difference("a\n", "a\n").isEmpty) }

@Test func changesFarApartAreHunksOfTheirOwn() {
  let lines = (1...20).map { "\($0)\n" }
  var changed = lines
  changed[1] = "x\n"
  changed.remove(at: 17)
  #expect(
    difference(lines.joined(), changed.joined()) == """
      --- a/f
      +++ b/f
      @@ -1,5 +1,5 @@
       1
      -2
      +x
       3
       4
       5
      @@ -15,6 +15,5 @@
       15
       16
       17
      -18
       19
       20

      """)
}

@Test func aMissingLastBreakIsSaid() {
  #expect(
    difference("a\nb", "a\nb\n")
      == "--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n")
  #expect(difference("", "a\r\n") == "--- a/f\n+++ b/f\n@@ -0,0 +1 @@\n+a\r\n")
}
