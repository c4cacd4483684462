/// Since when files say of listings what the newest say, as the files before them tell; most listings have nothing of it.
struct ListingSpells: Sendable {
    /// See ``Chunk/problemSince(_:status:)``: by row, then by status.
    var problems: [Int: [String: Day]] = [:]
    /// See ``Chunk/unlistedSince(_:)``: by row.
    var unlisted: [Int: Day] = [:]

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
