import Calendars

/// When a value of a series was: a date, or a number where only the order counts.
enum Period: Hashable {
    case date(CivilDate)
    case number(Int)

    private typealias Digits = Slice<UnsafeBufferPointer<UInt8>>

    /// More digits than any number of periods has; as many leave room to count with.
    private static let mostDigits = 15

    /// Reads `2026-11-20` or `1042`; `nil` for anything else.
    ///
    /// Whoever names a frequency means dates by eight digits, `20261120`, and where periods are months or longer by six and by
    /// a month alone, `202611` and `2026-11`.
    init?(_ text: UnsafeBufferPointer<UInt8>, _ frequency: Frequency) {
        func isHyphen(_ place: Int) -> Bool { text[place] == UInt8(ascii: "-") }
        switch text.count {
        case 10 where isHyphen(4) && isHyphen(7):
            self.init(year: text[0..<4], month: text[5..<7], day: text[8..<10])
        case 7 where isHyphen(4) && frequency.isOfMonths:
            self.init(year: text[0..<4], month: text[5..<7])
        case 8 where !isHyphen(0) && !frequency.isNumbered:
            self.init(year: text[0..<4], month: text[4..<6], day: text[6..<8])
        case 6 where !isHyphen(0) && frequency.isOfMonths:
            self.init(year: text[0..<4], month: text[4..<6])
        default:
            let isNegative = !text.isEmpty && isHyphen(0)
            let digits = text[(isNegative ? 1 : 0)...]
            guard digits.count <= Self.mostDigits, let number = Self.number(digits) else { return nil }
            self = .number(isNegative ? -number : number)
        }
    }

    /// A date, or the first day of a month.
    private init?(year: Digits, month: Digits, day: Digits? = nil) {
        guard let year = Self.number(year), let month = Self.number(month), let day = day.map(Self.number) ?? 1,
            let date = CivilDate(year: year, month: month, day: day)
        else { return nil }
        self = .date(date)
    }

    private static func number(_ text: Digits) -> Int? {
        guard !text.isEmpty else { return nil }
        var number = 0
        for byte in text {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return number
    }
}

/// The periods of one series, each so many after the one before.
struct PeriodGrid {
    let frequency: Frequency
    private let first: Period
    private var last: Period

    /// Why a period cannot follow.
    enum Fault: Error {
        /// A date after a number, or a number after a date.
        case otherKind
        /// Dates whose distance is not known, since periods are only numbered.
        case unknownDistance
        /// The same as the one before, or earlier.
        case notLater
        /// Later, and not by whole periods.
        case between
    }

    init(_ frequency: Frequency, from first: Period) throws(Fault) {
        if case (.date, .numbered) = (first, frequency) { throw .unknownDistance }
        self.frequency = frequency
        self.first = first
        last = first
    }

    /// Goes on to a later period.
    ///
    /// - Returns: the periods it is later; more than 1 where some are missing in between.
    mutating func advance(to next: Period) throws(Fault) -> Int {
        guard let steps = try Self.steps(frequency, from: last, to: next, anchor: first) else { throw .between }
        guard steps > 0 else { throw .notLater }
        last = next
        return steps
    }

    /// The whole periods between two; `nil` where they lie a part of one apart.
    private static func steps(
        _ frequency: Frequency, from one: Period, to other: Period, anchor: Period
    ) throws(Fault) -> Int? {
        switch (one, other) {
        case (.number(let one), .number(let other)): return other - one
        case (.date(let one), .date(let other)):
            let days = Int(other.daysSinceEpoch) - Int(one.daysSinceEpoch)
            guard days > 0 else { throw .notLater }
            switch frequency {
            case .daily: return days
            case .weekly: return days % 7 == 0 ? days / 7 : nil
            case .monthly: return months(one, other, anchor, of: 1)
            case .quarterly: return months(one, other, anchor, of: 3)
            case .yearly: return months(one, other, anchor, of: 12)
            case .numbered: throw .unknownDistance
            }
        default: throw .otherKind
        }
    }

    private static func months(_ one: CivilDate, _ other: CivilDate, _ anchor: Period, of length: Int) -> Int? {
        guard case .date(let first) = anchor, other.isSameDayOfMonth(as: first) else { return nil }
        let months = 12 * (other.year - one.year) + other.month - one.month
        return months % length == 0 ? months / length : nil
    }
}

extension CivilDate {
    /// Whether it is the day of its month that another is of its own: the 31st is the last of a shorter month.
    fileprivate func isSameDayOfMonth(as other: CivilDate) -> Bool {
        if day == other.day { return true }
        return isLastOfMonth && (other.isLastOfMonth || day < other.day)
    }

    private var isLastOfMonth: Bool { CivilDate(year: year, month: month, day: day + 1) == nil }
}
