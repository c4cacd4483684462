/// How many rows there are.
struct ListCount: Hashable {
    let value: Int
    /// Whether there are no more; what is counted stops at a bound.
    var isExact = true

    var json: JSON { ["value": .count(value), "relation": .text(isExact ? "exact" : "atLeast")] }
}

extension Shape {
    /// How many rows there are, and whether that is all.
    static let listCount: Shape = ["value": .integer, "relation": .word(["exact", "atLeast"])]
}

extension ListCount {
    /// The most rows of a list in a store that are counted.
    static let most = 10_000

    /// Counts rows of a store as far as they are counted.
    init(upToMost count: (_ limit: Int) throws -> Int) rethrows {
        let counted = try count(Self.most + 1)
        self.init(value: min(counted, Self.most), isExact: counted <= Self.most)
    }
}

extension Diagnostic {
    /// A cursor that leads nowhere.
    static func cursor(_ text: String) -> Diagnostic {
        Diagnostic(
            "cursor", "\(text) is not in the list any more", help: "leave the cursor out to begin at the first",
            exit: .refused)
    }
}

/// The part of a list that one answer holds: so many rows behind the one that the answer before ended with. Rows that come or
/// go meanwhile move no others from one part to the next.
struct ListPart<Row> {
    let rows: [Row]
    let matching: ListCount
    /// The row that the next part begins behind; `nil` at the end.
    let next: String?

    /// - Parameters:
    ///   - cursor: the name of the row to begin behind; `nil` for the first.
    ///   - isWhole: whether the list is all there is.
    ///   - name: names a row in its list.
    init(
        _ list: [Row], behind cursor: String?, limit: Int, isWhole: Bool = true, name: (Row) -> String
    ) throws(Diagnostic) {
        var start = list.startIndex
        if let cursor {
            guard let place = list.firstIndex(where: { name($0) == cursor }) else {
                throw .cursor(cursor)
            }
            start = place + 1
        }
        rows = Array(list[start...].prefix(limit))
        matching = ListCount(value: list.count, isExact: isWhole)
        next = list.count - start > limit ? rows.last.map(name) : nil
    }
}
