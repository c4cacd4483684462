/// Telephone numbers as people write them. What merely looks like one, such as a number of an order or a day, is none.
enum PhoneNumber {
    /// How many groups a number is written in at most: `+33 (0) 1 23 45 67 89` are seven.
    private static let mostGroups = 8

    /// The groups from `first` on that are a number, as many as can be; `nil` where none are. It stands alone, or between
    /// spaces: further numbers may follow.
    static func groups(of run: DigitRun, from first: Int) -> Range<Int>? {
        let groups = run.groups
        guard first == 0 ? !run.startsInWord : groups[first].mark == " " else { return nil }
        let start = groups[first].digits
        guard first == 0 && run.hasPlus || start[0] == 0 || start.count == 3 || start == [1] else { return nil }
        for end in (first + 1...min(groups.count, first + mostGroups)).reversed() {
            let isFree = end == groups.count ? !run.endsInWord : groups[end].mark == " "
            let hasPlus = first == 0 && run.hasPlus
            if isFree, isNumber(Array(groups[first..<end]), hasPlus: hasPlus) { return first..<end }
        }
        return nil
    }

    private static func isNumber(_ groups: [DigitRun.Group], hasPlus: Bool) -> Bool {
        let lengths = groups.map(\.digits.count)
        let digits = groups.flatMap(\.digits)
        // E.164: at most 15 digits.
        if hasPlus { return 8...15 ~= digits.count }
        if digits.prefix(2) == [0, 0] { return 10...17 ~= digits.count && digits[2] != 0 }
        // North America: 555 123 4567, with or without the 1 in front.
        if lengths == [3, 3, 4] || lengths == [1, 3, 3, 4] && digits[0] == 1 {
            return digits[digits.count - 10] >= 2
        }
        // The trunk prefix of most other countries: 030 1234567, 0171/1234567, 03-1234-5678.
        let isOrder = lengths == [2, 5, 5]
        return digits[0] == 0 && lengths.count > 1 && lengths[0] >= 2 && 9...12 ~= digits.count && !isOrder
            && !isDay(groups)
    }

    /// Whether it begins as a day does, 05.11.2026.
    private static func isDay(_ groups: [DigitRun.Group]) -> Bool {
        guard groups.count >= 3, groups.prefix(3).map(\.digits.count) == [2, 2, 4] else { return false }
        let parts = groups.prefix(2).map { $0.digits[0] * 10 + $0.digits[1] }
        return parts.allSatisfy { 1...31 ~= $0 } && parts.contains { $0 <= 12 }
    }
}
