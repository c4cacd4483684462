/// Numbers of payment cards (ISO/IEC 7812-1): 13 to 19 digits, an issuer's beginning, and a check digit.
enum CardNumber {
    /// The groups from `first` on that are the number of a card; `nil` where they are none.
    static func groups(of run: DigitRun, from first: Int) -> Range<Int>? {
        let length = run.groups[first].digits.count
        guard [4, 6, 8].contains(length) || 13...19 ~= length else { return nil }
        var end = first
        var count = 0
        var isPlain = true
        var found: Range<Int>?
        while end < run.groups.count {
            let group = run.groups[end]
            if end > first, let mark = group.mark {
                if mark == "(" || mark == ")" { break }
                isPlain = isPlain && (DigitRun.isBlank(mark) || DigitRun.isDash(mark))
            }
            count += group.digits.count
            end += 1
            if count > 19 { break }
            let groups = first..<end
            let lengths = run.groups[groups].map(\.digits.count)
            // With other marks a number is a card's only where it is written in fours.
            let isWritten = isPlain ? Self.isWritten(lengths) : lengths == [4, 4, 4, 4]
            if count >= 13, isWritten, isNumber(run.digits(groups)) { found = groups }
        }
        return found
    }

    /// Whether these digits are a card's number.
    static func isNumber(_ digits: [Int]) -> Bool {
        isIssued(digits) && passesLuhn(digits)
    }

    /// The check of ISO/IEC 7812-1, annex B (H. P. Luhn, US patent 2,950,048): every second digit from the right is doubled.
    static func passesLuhn(_ digits: [Int]) -> Bool {
        var sum = 0
        for (place, digit) in digits.reversed().enumerated() {
            let doubled = place.isMultiple(of: 2) ? digit : digit * 2
            sum += doubled > 9 ? doubled - 9 : doubled
        }
        return sum.isMultiple(of: 10)
    }

    /// As cards print them, and people write them: in one, in fours, in 4, 6 and the rest, in 6, 4 and 6, or in two halves. An
    /// order's 3, 7 and 7 are none.
    private static func isWritten(_ lengths: [Int]) -> Bool {
        lengths.count == 1 || lengths.dropLast().allSatisfy { $0 == 4 } && 1...4 ~= lengths[lengths.count - 1]
            || [[4, 6, 5], [4, 6, 4], [6, 4, 6], [8, 8]].contains(lengths)
    }

    /// The beginnings of the networks' numbers and their lengths, as the networks publish them: American Express, Diners Club,
    /// Discover, JCB, Maestro, Mastercard, UnionPay, Visa.
    private static func isIssued(_ digits: [Int]) -> Bool {
        let six = digits.prefix(6).reduce(0) { $0 * 10 + $1 }
        let (two, three, four) = (six / 10_000, six / 1_000, six / 100)
        return switch digits.count {
        case 13: six / 100_000 == 4
        case 14: 300...305 ~= three || two == 36 || 38...39 ~= two
        case 15: two == 34 || two == 37
        case 16:
            six / 100_000 == 4 || 51...55 ~= two || 2221...2720 ~= four || 3528...3589 ~= four || isLongIssued(six)
        case 17, 18: isLongIssued(six)
        case 19: six / 100_000 == 4 || isLongIssued(six)
        default: false
        }
    }

    /// Those of 16 to 19 digits.
    private static func isLongIssued(_ six: Int) -> Bool {
        let (two, three, four) = (six / 10_000, six / 1_000, six / 100)
        return four == 6011 || 644...649 ~= three || two == 65 || two == 62
            || [5018, 5020, 5038, 5893, 6304, 6759, 6761, 6762, 6763].contains(four)
    }
}
