/// Since when files say of listings what the newest say, as the files before them tell; most listings have nothing of it.
struct ListingSpells: Sendable {
    /// See ``Chunk/problemSince(_:status:)``: by row, then by status.
    var problems: [Int: [String: Day]] = [:]
    /// See ``Chunk/unlisted(_:)``: by row.
    var unlisted: [Int: Unlisted] = [:]

    func picked(_ rows: some Collection<Int>) -> ListingSpells {
        guard !problems.isEmpty || !unlisted.isEmpty else { return self }
        var picked = ListingSpells()
        for (place, row) in rows.enumerated() {
            picked.problems[place] = problems[row]
            picked.unlisted[place] = unlisted[row]
        }
        return picked
    }
}

/// What the files before tell of a listing that the newest list of all listings (``Catalog``) has no more.
public struct Unlisted: Hashable, Sendable {
    /// The day after the last list that had it.
    public let since: Day
    /// Units that list said the merchant had, less what sold since; `nil` where nobody knows.
    public let units: Int?

    /// A listing that no list has since a day.
    public init(since: Day, units: Int? = nil) {
        self.since = since
        self.units = units
    }
}
