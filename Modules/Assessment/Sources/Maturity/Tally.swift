/// Events for and against, with the first records of each.
struct Tally {
    /// How many ids of each side are kept: enough to look at, however many there are.
    static let samples = 12

    /// Events that say yes.
    private(set) var yes = 0
    /// Events that say no.
    private(set) var no = 0
    /// Records of which nothing is known.
    private(set) var unknown = 0
    /// Records of which something is.
    private(set) var records = 0
    /// Records with an event that says yes.
    private(set) var yesRecords: Sample
    /// Records with an event that says no.
    private(set) var noRecords: Sample

    /// Nothing counted yet.
    ///
    /// - Parameter limit: How many ids of each side are kept.
    init(keeping limit: Int = samples) {
        yesRecords = Sample(limit: limit)
        noRecords = Sample(limit: limit)
    }

    /// Events of which the answer is known.
    var events: Int { yes + no }
    /// The share of them that say yes; `nil` without any.
    var share: Double? { events > 0 ? Double(yes) / Double(events) : nil }

    /// Counts the answer of one record, `nil` where it is not known.
    mutating func count(_ answer: Bool?, _ id: Int64) {
        guard let answer else {
            unknown += 1
            return
        }
        count(yes: answer ? 1 : 0, no: answer ? 0 : 1, id)
    }

    /// Counts several answers of one record.
    mutating func count(yes: Int, no: Int, _ id: Int64) {
        guard yes + no > 0 else { return }
        self.yes += yes
        self.no += no
        records += 1
        if yes > 0 { yesRecords.add(id) }
        if no > 0 { noRecords.add(id) }
    }

    /// The first of some records, and how many there are.
    struct Sample {
        let limit: Int
        private(set) var count = 0
        private(set) var first: [Int64] = []

        mutating func add(_ id: Int64) {
            count += 1
            if first.count < limit { first.append(id) }
        }

        /// As evidence, the ids behind a letter.
        func evidence(_ sentence: String, _ letter: String) -> AssessmentDocument.Evidence {
            AssessmentDocument.Evidence(sentence, count: count, ids: first.map { "\(letter)\($0)" })
        }
    }
}
