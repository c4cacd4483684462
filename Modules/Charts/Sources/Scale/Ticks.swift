/// The values that an axis names: multiples of 1, 2 or 5 times a power of ten, which are what people count in.
struct Ticks: Hashable {
    /// 1, 2 or 5.
    let digit: Int
    /// The power of ten it is times.
    let exponent: Int
    /// The multiples of the step that are named, the first at or below the least value, the last at or above the greatest.
    let multiples: ClosedRange<Int>

    /// The closest steps of which no more than `count` values cover the range.
    ///
    /// - Parameters:
    ///   - low: the least value; not above `high`.
    ///   - count: 2 or more, and 3 or more where zero lies within.
    init(from low: Double, to high: Double, atMost count: Int) {
        // Where nothing differs there is still an axis.
        let high = high > low ? high : low + 1
        var (digit, exponent) = (1, Self.exponent(of: (high - low) / Double(max(1, count - 1))))
        var multiples = Self.multiples(low, high, digit, exponent)
        // On both sides of zero three are the fewest that cover anything.
        while multiples.count > max(low < 0 && high > 0 ? 3 : 2, count) {
            (digit, exponent) = digit == 5 ? (1, exponent + 1) : (digit == 1 ? 2 : 5, exponent)
            multiples = Self.multiples(low, high, digit, exponent)
        }
        (self.digit, self.exponent, self.multiples) = (digit, exponent, multiples)
    }

    /// The least value of the axis.
    var low: Double { value(multiples.lowerBound) }
    /// The greatest.
    var high: Double { value(multiples.upperBound) }

    /// The value of so many steps.
    func value(_ multiple: Int) -> Double {
        let whole = Double(multiple * digit)
        return exponent < 0 ? whole / Self.power(-exponent) : whole * Self.power(exponent)
    }

    /// That value in words: `0.05`, `1,500`, and `2e15` where zeros would fill the line.
    func text(_ multiple: Int) -> String {
        let number = multiple * digit
        let sign = number < 0 ? "-" : ""
        var digits = String(number.magnitude)
        if number == 0 { return "0" }
        if exponent > 12 || exponent < -6 { return "\(sign)\(digits)e\(exponent)" }
        if exponent >= 0 {
            digits += String(repeating: "0", count: exponent)
            return sign + Self.grouped(digits)
        }
        digits = String(repeating: "0", count: max(0, 1 - exponent - digits.count)) + digits
        return "\(sign)\(Self.grouped(String(digits.dropLast(-exponent)))).\(digits.suffix(-exponent))"
    }

    private static func multiples(_ low: Double, _ high: Double, _ digit: Int, _ exponent: Int) -> ClosedRange<Int> {
        let step = Double(digit) * power(exponent)
        return Int((low / step).rounded(.down))...Int((high / step).rounded(.up))
    }

    /// The power of ten at or below a value above zero.
    private static func exponent(of value: Double) -> Int {
        var exponent = 0
        while power(exponent) > value, exponent > -300 { exponent -= 1 }
        while power(exponent + 1) <= value, exponent < 300 { exponent += 1 }
        return exponent
    }

    private static func power(_ exponent: Int) -> Double {
        var power = 1.0
        for _ in 0..<exponent.magnitude { power *= 10 }
        return exponent < 0 ? 1 / power : power
    }

    private static func grouped(_ digits: String) -> String {
        var grouped = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { grouped += "," }
            grouped.append(digit)
        }
        return grouped
    }
}
