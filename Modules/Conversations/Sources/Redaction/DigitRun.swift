/// Groups of digits with marks between them, as numbers of cards and telephones are written.
struct DigitRun {
    /// A group and the mark in front of it; of several the first that is no space.
    struct Group {
        let range: Range<Int>
        let digits: [Int]
        /// What stands between this group and the one before; `nil` for the first.
        let mark: Unicode.Scalar?
    }

    /// At least one.
    let groups: [Group]
    /// The run with the plus sign or opening parenthesis in front of it.
    let whole: Range<Int>
    /// Whether a plus sign stands in front.
    let hasPlus: Bool
    /// Whether a letter or another mark of codes touches the run in front.
    let startsInWord: Bool
    /// Whether one touches it behind.
    let endsInWord: Bool

    /// The digits of some of the groups.
    func digits(_ groups: Range<Int>) -> [Int] { self.groups[groups].flatMap(\.digits) }

    /// Where some of the groups are.
    func range(_ groups: Range<Int>) -> Range<Int> {
        self.groups[groups.lowerBound].range.lowerBound..<self.groups[groups.upperBound - 1].range.upperBound
    }

    /// Every run of a text.
    static func all(in text: [Unicode.Scalar]) -> [DigitRun] {
        var runs: [DigitRun] = []
        var index = 0
        while index < text.count {
            guard digit(text[index]) != nil else {
                index += 1
                continue
            }
            let run = DigitRun(in: text, at: index)
            runs.append(run)
            index = run.whole.upperBound
        }
        return runs
    }

    private init(in text: [Unicode.Scalar], at start: Int) {
        var groups: [Group] = []
        var index = start
        var mark: Unicode.Scalar?
        while true {
            let first = index
            var digits: [Int] = []
            while index < text.count, let digit = Self.digit(text[index]) {
                digits.append(digit)
                index += 1
            }
            groups.append(Group(range: first..<index, digits: digits, mark: mark))
            guard let next = Self.nextGroup(in: text, behind: first..<index) else { break }
            mark = text[index..<next].first { !Self.isBlank($0) } ?? text[index]
            index = next
        }
        let before = start > 0 ? text[start - 1] : nil
        let opening = before == "(" && start > 1 && text[start - 2] == "+" ? 2 : before == "(" || before == "+" ? 1 : 0
        let outside = start - opening > 0 ? text[start - opening - 1] : nil
        let after = index < text.count ? text[index] : nil
        self.groups = groups
        whole = start - opening..<index
        hasPlus = opening > 0 && text[start - opening] == "+"
        startsInWord = outside.map(Self.isOfCode) ?? false
        endsInWord = after.map(Self.isOfCode) ?? false
    }

    private static func isOfCode(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar == "_" || scalar == "#"
    }

    /// Where the group behind another begins: behind up to three spaces, dashes and what is not seen, behind one other mark, or
    /// behind a parenthesis and a space. Commas and low lines part groups of four alone, as of cards: elsewhere they part numbers.
    private static func nextGroup(in text: [Unicode.Scalar], behind group: Range<Int>) -> Int? {
        let index = group.upperBound
        let marks = text[index...].prefix(4).prefix { isMark($0) || isMarkOfFours($0) }
        let next = marks.endIndex
        guard !marks.isEmpty, next < text.count, digit(text[next]) != nil else { return nil }
        if marks.contains(where: isMarkOfFours) {
            let behind = text[next...].prefix(5).prefix { digit($0) != nil }.count
            return marks.count == 1 && group.count == 4 && behind == 4 ? next : nil
        }
        let isWide = marks.count <= 3 && marks.allSatisfy { isBlank($0) || isDash($0) }
        let isParenthesis = marks.count == 2 && marks.contains { $0 == "(" || $0 == ")" }
        return marks.count == 1 || isWide || isParenthesis ? next : nil
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        isBlank(scalar) || isDash(scalar) || [".", "/", "(", ")"].contains(scalar)
    }

    private static func isMarkOfFours(_ scalar: Unicode.Scalar) -> Bool { scalar == "," || scalar == "_" }

    /// A space, or what is not seen at all.
    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "\u{A0}", "\u{202F}", "\u{2009}": true
        default: scalar.properties.generalCategory == .format
        }
    }

    static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "\u{2010}"..."\u{2015}", "\u{2212}", "\u{FF0D}": true
        default: false
        }
    }

    /// The value of a digit of any script.
    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        if scalar.isASCII { return "0"..."9" ~= scalar ? Int(scalar.value) - 0x30 : nil }
        guard scalar.properties.numericType == .decimal else { return nil }
        return scalar.properties.numericValue.map { Int($0) }
    }
}
