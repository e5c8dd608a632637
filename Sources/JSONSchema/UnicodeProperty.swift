/// The names of Unicode properties: ECMA-262 takes long and short ones, RE2 short categories and long scripts.
enum UnicodeProperty {
  /// General categories by long name, lower case and without underscores.
  private static let categories: [String: String] = [
    "letter": "L", "lowercaseletter": "Ll", "uppercaseletter": "Lu", "titlecaseletter": "Lt", "modifierletter": "Lm",
    "otherletter": "Lo", "mark": "M", "combiningmark": "M", "nonspacingmark": "Mn", "spacingmark": "Mc",
    "enclosingmark": "Me", "number": "N", "decimalnumber": "Nd", "digit": "Nd", "letternumber": "Nl",
    "othernumber": "No", "punctuation": "P", "punct": "P", "connectorpunctuation": "Pc", "dashpunctuation": "Pd",
    "openpunctuation": "Ps", "closepunctuation": "Pe", "initialpunctuation": "Pi", "finalpunctuation": "Pf",
    "otherpunctuation": "Po", "symbol": "S", "mathsymbol": "Sm", "currencysymbol": "Sc", "modifiersymbol": "Sk",
    "othersymbol": "So", "separator": "Z", "spaceseparator": "Zs", "lineseparator": "Zl",
    "paragraphseparator": "Zp", "other": "C", "control": "Cc", "cntrl": "Cc", "format": "Cf", "surrogate": "Cs",
    "privateuse": "Co",
  ]

  /// Short names of the scripts that are met in practice.
  private static let scripts: [String: String] = [
    "Arab": "Arabic", "Armn": "Armenian", "Beng": "Bengali", "Bopo": "Bopomofo", "Cyrl": "Cyrillic",
    "Deva": "Devanagari", "Geor": "Georgian", "Grek": "Greek", "Hang": "Hangul", "Hani": "Han", "Hebr": "Hebrew",
    "Hira": "Hiragana", "Kana": "Katakana", "Khmr": "Khmer", "Laoo": "Lao", "Latn": "Latin", "Mong": "Mongolian",
    "Mymr": "Myanmar", "Taml": "Tamil", "Thai": "Thai", "Tibt": "Tibetan", "Yiii": "Yi", "Zyyy": "Common",
  ]

  /// The name by which RE2 knows what stands between the braces of `\p{…}`; nil where the form has no equivalent.
  static func name(inRE2 written: String) -> String? {
    let parts = written.split(separator: "=", omittingEmptySubsequences: false)
    switch parts.count {
    case 1: return category(parts[0])
    case 2 where ["General_Category", "gc"].contains(parts[0]): return category(parts[1])
    // Script extensions are read as scripts: RE2 has no other notion.
    case 2 where ["Script", "sc", "Script_Extensions", "scx"].contains(parts[0]): return script(parts[1])
    default: return nil
    }
  }

  /// A general category in its short form.
  private static func category(_ name: Substring) -> String? {
    let folded = String(
      decoding: name.utf8.filter { $0 != 0x5F }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
    if let short = categories[folded] { return short }
    return categories.values.contains(String(name)) ? String(name) : nil
  }

  /// A script in its long form.
  private static func script(_ name: Substring) -> String? {
    if let long = scripts[String(name)] { return long }
    let isWord = name.utf8.allSatisfy { $0 == 0x5F || (0x61...0x7A).contains($0 | 0x20) }
    return isWord && !name.isEmpty ? String(name) : nil
  }
}
