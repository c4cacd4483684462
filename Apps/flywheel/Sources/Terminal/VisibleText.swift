extension String {
    /// The text with characters that drive a terminal or turn its reading direction written out, `\u{1B}`: what a file
    /// brought must never act on the screen it is shown on.
    var visible: String {
        guard unicodeScalars.contains(where: \.actsOnScreens) else { return self }
        return unicodeScalars.reduce(into: "") { text, scalar in
            if scalar.actsOnScreens {
                text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
    }
}

extension Unicode.Scalar {
    /// Whether a screen would do something other than show it: controls, line separators, direction marks and other
    /// characters without a form of their own. The two joiners stay, which scripts and emoji are written with.
    var actsOnScreens: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
        case .format: value != 0x200C && value != 0x200D
        default: false
        }
    }
}
