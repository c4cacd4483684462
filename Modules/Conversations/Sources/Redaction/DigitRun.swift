/// Groups of digits with single marks between them, as numbers of cards and telephones are written.
struct DigitRun {
    /// A group and the mark in front of it.
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
            guard let next = Self.nextGroup(in: text, from: index) else { break }
            mark = text[index]
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

    /// Where the next group begins: behind one mark, or behind a closing parenthesis and a space.
    private static func nextGroup(in text: [Unicode.Scalar], from index: Int) -> Int? {
        var next = index
        var marks = 0
        while next < text.count, marks < 2, isMark(text[next]) {
            next += 1
            marks += 1
        }
        let isOne =
            marks == 1 || marks == 2 && "()".unicodeScalars.contains { [text[index], text[index + 1]].contains($0) }
        return isOne && next < text.count && digit(text[next]) != nil ? next : nil
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "-", ".", "/", "(", ")", "\u{A0}", "\u{202F}", "\u{2009}", "\u{2010}"..."\u{2013}", "\u{FF0D}": true
        default: false
        }
    }

    /// The value of a digit, also of a full-width one.
    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar {
        case "0"..."9": Int(scalar.value) - 0x30
        case "\u{FF10}"..."\u{FF19}": Int(scalar.value) - 0xFF10
        default: nil
        }
    }
}
