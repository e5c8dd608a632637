import Catalog
import Testing

private func limit(_ text: String) -> Figure? { TimeLimit(text).map(Figure.limit) }

private func direction(_ before: Figure?, _ after: Figure?) -> ComparedFigure.Direction {
  ComparedFigure(.promised, before: before, after: after).direction
}

@Test func whatIsNotStatedIsNeverZero() {
  #expect(
    direction(nil, nil) == .absent && direction(nil, .count(0)) == .stated && direction(.count(0), nil) == .unstated)
  #expect(!ComparedFigure(.visits, before: nil, after: .count(3)).isRise)
  #expect(ComparedFigure(.visits, before: .count(0), after: .count(3)).isRise)
}

@Test func comparedLimitsAreComparedAsValues() {
  #expect(direction(limit("5 工作日"), limit("7 自然日")) == .same)
  #expect(direction(limit("5 工作日"), limit("8 自然日")) == .higher)
  #expect(direction(limit("1 个月"), limit("20 工作日")) == .lower)
  #expect(direction(limit("5 工作日"), limit("6 日")) == .open)
  #expect(direction(limit("5 日"), limit("6 日")) == .higher)
  #expect(direction(limit("1 工作日"), limit("即办")) == .lower)
  #expect(direction(limit("20 工作日"), limit("长期")) == .higher)
  #expect(direction(limit("无"), limit("无")) == .same && direction(limit("无"), limit("5 工作日")) == .open)
}

@Test func aSmallerCutIsNoRiseOfItsOwn() {
  #expect(!ComparedFigure(.cut, before: .share(10), after: .share(50)).isRise)
  #expect(ComparedFigure(.cut, before: .share(10), after: .share(50)).isChanged)
  #expect(!ComparedFigure(.cut, before: .share(50), after: .share(50 + 1e-12)).isChanged)
}
