/// A command whose list grows with the store: over the API no more of it is read than a request asks for.
protocol PartedCommand: AnsweringCommand {
    /// The part of its list; `nil` where what it lists is read whole.
    func part(_ page: ListPage, in surroundings: Surroundings) throws -> AnswerPart?
}

/// What a command answers with a part of its list.
struct AnswerPart {
    /// The answer, with the rows of the part and no others.
    let answer: any Answer
    let matching: ListCount
    /// Where the next part begins; `nil` at the end.
    let next: String?

    /// - Parameters:
    ///   - rows: what was read: the rows asked for, and one more where there is one.
    ///   - name: what leads behind a row.
    init<Row>(
        _ rows: [Row], limit: Int, matching: ListCount, name: (Row) -> String,
        answer: (_ rows: [Row]) throws -> any Answer
    ) rethrows {
        let shown = Array(rows.prefix(limit))
        self.answer = try answer(shown)
        self.matching = matching
        next = rows.count > limit ? shown.last.map(name) : nil
    }
}
