/// What a piece of text is meant to stand out as. Everything is readable without it.
enum Tone: Int {
    case plain = 0
    /// The amount and the id.
    case bold = 1
    /// Not fixed, late, an error.
    case red = 31
    /// Verified, fresh, in order.
    case green = 32
    /// Stale, quarantined, a warning.
    case yellow = 33
    /// A command to type.
    case cyan = 36
}

/// Writes tones as terminal colours (ECMA-48, Select Graphic Rendition), or leaves them out.
struct Ink {
    let isOn: Bool

    func callAsFunction(_ text: String, _ tone: Tone) -> String {
        isOn && tone != .plain && !text.isEmpty ? "\u{1B}[\(tone.rawValue)m\(text)\u{1B}[0m" : text
    }
}
