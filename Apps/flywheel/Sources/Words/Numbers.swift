import FlywheelKit

/// Numbers as people read them: fixed English form whatever the locale, so that equal facts print equal bytes.
enum Numbers {
    /// `2914` as `2,914`; decimals stay as they are.
    static func grouped(_ decimal: String) -> String {
        let sign = decimal.hasPrefix("-") ? "-" : ""
        let parts = decimal.dropFirst(sign.count).split(separator: ".", maxSplits: 1)
        guard let whole = parts.first else { return decimal }
        var grouped = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { grouped += "," }
            grouped.append(digit)
        }
        return sign + grouped + (parts.count > 1 ? "." + parts[1] : "")
    }

    /// `2914` as `2,914`.
    static func grouped(_ number: some BinaryInteger) -> String { grouped(String(number)) }

    /// `USD 5,158.40`.
    static func money(_ money: Money) -> String { "\(money.currency) \(amount(money))" }

    /// `5,158.40`.
    static func amount(_ money: Money) -> String { grouped(money.amount) }

    /// The amount to three significant digits, as the bounds of an interval are stated: 3,436.84 as `3,440`.
    static func rough(_ money: Money) -> String {
        var step: UInt64 = 1
        while money.minorUnits.magnitude / step >= 1_000 { step *= 10 }
        let rounded = Int64((Double(money.minorUnits) / Double(step)).rounded(.toNearestOrEven)) * Int64(step)
        var text = amount(Money(minorUnits: rounded, money.currency))
        guard step > 1, text.contains(".") else { return text }
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }

    /// `70%`; `<1%` and `>99%` where rounding would claim certainty.
    static func percent(_ share: Double) -> String {
        switch share {
        case ...0: "0%"
        case 1...: "100%"
        case ..<0.01: "<1%"
        case let share where share > 0.99: ">99%"
        default: "\(Int((share * 100).rounded()))%"
        }
    }

    /// `1 row`, `2,914 rows`.
    static func count(_ number: some BinaryInteger, _ one: String, _ many: String? = nil) -> String {
        "\(grouped(number)) \(number == 1 ? one : many ?? one + "s")"
    }

    /// How much a file takes: `812 kB`, `16.4 MB`.
    static func bytes(_ count: Int) -> String {
        count < 1_000_000
            ? "\(grouped((count + 999) / 1_000)) kB" : "\(fixed(Double(count) / 1_000_000, decimals: 1)) MB"
    }

    /// A number with so many decimals, ties to even: `0.6400`.
    static func fixed(_ value: Double, decimals: Int) -> String {
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let nearest = (value.magnitude * scale).rounded(.toNearestOrEven)
        guard let scaled = Int64(exactly: nearest) else { return "\(value)" }
        let (whole, part) = scaled.quotientAndRemainder(dividingBy: Int64(scale))
        guard decimals > 0 else { return grouped(whole) }
        let digits = String(part)
        let zeros = String(repeating: "0", count: decimals - digits.count)
        return (value < 0 && scaled != 0 ? "-" : "") + grouped(whole) + "." + zeros + digits
    }
}
