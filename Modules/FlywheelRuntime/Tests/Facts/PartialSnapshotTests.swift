import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

/// Which rows hold of lists of problems that partial files add to.
@Suite struct PartialSnapshotTests {
    private let whole = RowLayout(used: [0, 1, 2], of: 3)
    private let units = Stock.fulfillable.declaration

    private func block(_ id: Int64, rows: [Int32], _ columns: [String: [Int?]]) -> FactBlock {
        FactBlock(source: ImportID(id), rows: rows, columns: columns.mapValues { .integers(Values($0)) })
    }

    /// What holds of each row when files 2 and up are partial, those of a letter being of one format.
    private func held(_ blocks: [FactBlock], partial: [Int64: String]) -> [[Int?]] {
        let formats = Dictionary(uniqueKeysWithValues: partial.map { (ImportID($0.key), $0.value) })
        let details = Snapshot.all([units], required: [units], in: blocks, partial: formats, layout: whole)
        let values = details[Stock.fulfillable]
        return (0..<3).map { row in details.range(row).map { values[$0] } }
    }

    @Test func aPartialFileReplacesWhatItsFormatSaidOfTheRowsItNamesAndOfNoOthers() {
        let blocks = [
            block(1, rows: [0, 1], ["fulfillable": [1, 2]]), block(2, rows: [0, 2], ["fulfillable": [3, 4]]),
            block(3, rows: [0, 0], ["fulfillable": [5, 6]]),
        ]
        #expect(held(blocks, partial: [2: "a", 3: "a"]) == [[1, 5, 6], [2], [4]])
        #expect(held(blocks, partial: [2: "a", 3: "b"]) == [[1, 3, 5, 6], [2], [4]])
    }

    @Test func aRowThatSaysNothingEndsWhatAnyFileSaidBeforeOfItAndNothingElse() {
        let blocks = [
            block(1, rows: [0, 1], ["fulfillable": [1, 2]]), block(2, rows: [0], ["fulfillable": [3]]),
            block(3, rows: [0], ["fulfillable": [nil]]), block(4, rows: [2], ["fulfillable": [4]]),
        ]
        let partial: [Int64: String] = [2: "a", 3: "b", 4: "a"]
        #expect(held(blocks, partial: partial) == [[], [2], [4]])
        #expect(held(blocks + [block(5, rows: [0], ["fulfillable": [7]])], partial: partial) == [[7], [2], [4]])
    }
}
