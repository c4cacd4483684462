/// How a cell is written into the file, where numbers are binary and hold 15 digits.
enum CellForm: Hashable {
    case blank
    case text(String)
    case flag(Bool)
    /// A number, and the decimals it is shown with; `nil` for as many as it has.
    case number(Double, decimals: Int?)
    case instant(Int64)
    case day(Int64)

    /// The digits of a decimal number that a binary one keeps (IEEE 754, 64 bits).
    private static let exactDigits = 15
    /// The characters of text a cell may hold.
    private static let mostCharacters = 32_767

    init(_ cell: Cell) {
        switch cell {
        case .blank: self = .blank
        case .text(let text): self = text.isEmpty ? .blank : .text(Self.fitting(text))
        case .flag(let flag): self = .flag(flag)
        case .integer(let number): self = Self.decimal(String(number))
        case .number(let number): self = number.isFinite ? .number(number, decimals: nil) : .blank
        case .decimal(let text): self = Self.decimal(text)
        case .instant(let seconds): self = .instant(seconds)
        case .day(let day): self = .day(day)
        }
    }

    /// A number, or text where a number would lose digits.
    private static func decimal(_ text: String) -> CellForm {
        let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
        let isDecimal = (1...2).contains(parts.count) && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isDigit) }
        let digits = parts.joined().drop { $0 == "0" }.count
        guard isDecimal, digits <= exactDigits, let number = Double(text) else { return .text(text) }
        return .number(number, decimals: parts.count == 2 ? parts[1].count : 0)
    }

    private static func fitting(_ text: String) -> String {
        guard text.unicodeScalars.count > mostCharacters else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(mostCharacters - 1))) + "…"
    }

    /// The characters it takes when shown.
    var width: Int {
        switch self {
        case .blank: 0
        case .text(let text): text.count
        case .flag: 5
        // Room for thousands' marks.
        case .number(let number, let decimals): Self.width(number, decimals: decimals)
        case .instant: 20
        case .day: 10
        }
    }

    private static func width(_ number: Double, decimals: Int?) -> Int {
        guard let decimals else { return 10 }
        let digits = String(Int64(number.magnitude)).count
        return digits + (digits - 1) / 3 + (decimals > 0 ? decimals + 1 : 0) + (number < 0 ? 1 : 0)
    }
}

extension Character {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
