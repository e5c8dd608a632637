public import Diagnostics

/// A function as data: checker, evaluator, reference page and completion all derive from this one declaration.
public struct FunctionDeclaration: Sendable {
  /// A runnable example: `expression` evaluates to the same value as `result`.
  public struct Example: Hashable, Sendable {
    /// CEL source.
    public var expression: String
    /// CEL source of the value.
    public var result: String
    /// The document that the expression reads, as YAML; nil where it reads none.
    public var document: String?

    /// Makes an example.
    public init(_ expression: String, _ result: String, of document: String? = nil) {
      self.expression = expression
      self.result = result
      self.document = document
    }
  }

  /// Name as written in expressions; a dot makes a namespace (`math.abs`).
  public var name: String
  /// What it does, one sentence in each language.
  public var summary: LocalizedText
  /// Its signatures with their implementations.
  public var overloads: [FunctionOverload]
  /// Runnable examples.
  public var examples: [Example]

  /// Declares a function.
  public init(
    _ name: String, summary: LocalizedText, overloads: [FunctionOverload], examples: [Example] = []
  ) {
    self.name = name
    self.summary = summary
    self.overloads = overloads
    self.examples = examples
  }
}

/// One signature of a function.
public struct FunctionOverload: Sendable {
  /// Evaluates the function. The arguments hold neither errors nor absent values; a receiver comes first.
  public typealias Body = @Sendable (UnsafeBufferPointer<Value>, Evaluation) -> Value

  /// Unique name, such as `string_starts_with_string`.
  public var id: String
  /// Parameter types; the receiver first for a member function.
  public var parameters: [ExpressionType]
  /// Result type.
  public var result: ExpressionType
  /// Whether it is called as `receiver.name(…)`.
  public var isMember: Bool
  /// The implementation.
  public var body: Body

  /// Declares a signature.
  public init(
    _ id: String, _ parameters: [ExpressionType], _ result: ExpressionType, isMember: Bool = false,
    body: @escaping Body
  ) {
    self.id = id
    self.parameters = parameters
    self.result = result
    self.isMember = isMember
    self.body = body
  }
}
