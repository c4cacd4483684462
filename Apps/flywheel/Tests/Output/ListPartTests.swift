import Testing

@testable import flywheel

@Suite struct ListPartTests {
    private let letters = ["e", "d", "c", "b", "a"]

    @Test(arguments: 1...6)
    func partsTogetherAreTheList(limit: Int) throws {
        var (seen, cursor): ([String], String?) = ([], nil)
        repeat {
            let part = try ListPart(letters, behind: cursor, limit: limit) { $0 }
            #expect(part.rows.count <= limit && part.matching == ListCount(value: 5))
            seen += part.rows
            cursor = part.next
        } while cursor != nil
        #expect(seen == letters)
    }

    @Test func whatComesInMeanwhileMovesNothing() throws {
        let first = try ListPart(letters, behind: nil, limit: 2) { $0 }
        let second = try ListPart(["g", "f"] + letters, behind: first.next, limit: 2) { $0 }
        #expect(first.rows + second.rows == ["e", "d", "c", "b"])
    }

    @Test func aRowThatIsGoneIsSaidAndNotGuessed() {
        #expect(throws: Diagnostic.self) { try ListPart(letters, behind: "z", limit: 2) { $0 } }
    }

    @Test func aCountThatStopsSaysAtLeast() throws {
        let part = try ListPart(letters, behind: nil, limit: 2, isWhole: false) { $0 }
        #expect(part.matching.json == ["value": 5, "relation": "atLeast"])
    }
}
