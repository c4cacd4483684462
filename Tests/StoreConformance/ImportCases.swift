import FlywheelKit
import FlywheelStore
import Testing

extension Bench {
    func stagedImportIsInvisible() throws {
        let id = try store.beginImport(draft("a"), by: person)
        try store.stage(factRows(["K1"], nil, ["price": integers(1)]), for: id)
        try store.stage([Reject(line: 2, column: 0, heading: "", code: "empty", reason: "nothing there")], for: id)
        #expect(try store.imports().isEmpty)
        #expect(try store.chunks(of: .listing).isEmpty)
        #expect(try store.journalLength() == 0)
        #expect(throws: StoreError.unknown("import \(id)")) { try self.store.rejects(of: id, offset: 0, limit: 9) }

        try store.finishImport(id, as: .kept, ImportSummary())
        #expect(try store.imports().map(\.state) == [.kept])
        #expect(try content("price", from: [id]) == ["K1": [1]])
        #expect(try store.rejects(of: id, offset: 0, limit: 9).count == 1)
    }

    func abandonedImportLeavesNothing() throws {
        let first = try keep(draft("a"), factRows(["K1"], nil, ["price": integers(1)]))
        let id = try store.beginImport(draft("b"), by: person)
        try store.stage(factRows(["K1", "K2"], ["P1", "P1"], ["price": integers(7, 8)]), for: id)
        try store.abandonImport(id)
        #expect(try store.imports().map(\.id) == [first])
        #expect(try content("price", from: [first, id]) == ["K1": [1]])
        #expect(try products().isEmpty)
        #expect(throws: StoreError.unknown("import \(id)")) {
            try self.store.finishImport(id, as: .kept, ImportSummary())
        }
        let again = try keep(draft("b"), factRows(["K2"], nil, ["price": integers(8)]))
        #expect(again > id, "a number is never used again")
        #expect(try products().isEmpty, "the abandoned import named a product, and nobody else did")
    }

    func sameBytesAreRefused() throws {
        let id = try keep(draft("a"), factRows(["K1"]))
        #expect(throws: StoreError.alreadyImported(id)) { try self.store.beginImport(draft("a"), by: person) }
        try keep(draft("a", at: noon.advanced(byDays: 1)), factRows(["K1"]))
        try keep(draft("a", feed: "stock/1"), factRows(["K1"]))
        try keep(draft("a", marketplace: "A1F83G8C2ARO7P"), factRows(["K1"]))
        let doubtful = try keep(draft("b"), factRows(["K1"]), as: .quarantined)
        #expect(throws: StoreError.alreadyImported(doubtful)) { try self.store.beginImport(draft("b"), by: person) }
    }

    func sameBytesMayBeOfferedTwiceAtOnce() throws {
        let first = try store.beginImport(draft("a"), by: person)
        let second = try store.beginImport(draft("a"), by: person)
        try store.finishImport(second, as: .kept, ImportSummary())
        #expect(throws: StoreError.alreadyImported(second)) {
            try self.store.finishImport(first, as: .kept, ImportSummary())
        }
        #expect(try store.imports().map(\.id) == [second])
    }

    func quarantinedFactsCountOnceAccepted() throws {
        let id = try keep(draft("a"), factRows(["K1"], ["P1"], ["price": integers(1)]), as: .quarantined)
        #expect(try store.imports().map(\.state) == [.quarantined])
        #expect(try homes().isEmpty)
        try store.decideImport(id, accept: true, by: person, at: noon)
        #expect(try store.imports().map(\.state) == [.kept])
        #expect(try content("price", from: [id]) == ["K1": [1]])
        #expect(try products() == ["K1": "P1"])
        #expect(try store.history(of: "\(id)").map(\.event.verb) == [.importQuarantined, .importAccepted])
    }

    func discardedImportMayReturn() throws {
        let id = try keep(draft("a"), factRows(["K1"], ["P1"]), as: .quarantined)
        try store.decideImport(id, accept: false, by: person, at: noon)
        #expect(try store.imports().map(\.state) == [.discarded])
        #expect(try homes().isEmpty)
        try keep(draft("a"), factRows(["K1"]))
        #expect(try products().isEmpty)
        #expect(try store.imports().map(\.state) == [.discarded, .kept])
    }

    func keptImportCountsNoMoreOnceDiscarded() throws {
        let before = try keep(draft("a"), factRows(["K1"], ["P1"], ["price": integers(1)]))
        let wrong = try keep(draft("b"), factRows(["K1", "K2"], ["P1", "P2"], ["price": integers(2, 3)]))
        try store.decideImport(wrong, accept: false, by: person, at: noon)
        #expect(try store.imports().map(\.state) == [.kept, .discarded])
        #expect(try content("price", from: [before, wrong]) == ["K1": [1]])
        #expect(try homes().keys.sorted() == ["K1"], "what it alone brought is seen no more")
        #expect(try store.history(of: "\(wrong)").map(\.event.verb) == [.importKept, .importDiscarded])
        #expect(throws: StoreError.self) { try self.store.decideImport(wrong, accept: false, by: person, at: noon) }
        // The same bytes, read as they were meant.
        let right = try keep(draft("b"), factRows(["K2"], ["P2"], ["price": integers(4)]))
        #expect(try content("price", from: [before, right]) == ["K1": [1], "K2": [4]])
        for id in [before, right] { try store.decideImport(id, accept: false, by: person, at: noon) }
        #expect(try homes().isEmpty && store.chunks(of: .listing).isEmpty)
    }

    func importStatesAreHeldTo() throws {
        let id = try keep(draft("a"), factRows(["K1", "K1", "K2"]))
        for state in [ImportRecord.State.staging, .discarded] {
            let other = try store.beginImport(draft("\(state)"), by: person)
            #expect(throws: StoreError.self) { try self.store.finishImport(other, as: state, ImportSummary()) }
        }
        #expect(throws: StoreError.self) { try self.store.finishImport(id, as: .kept, ImportSummary()) }
        #expect(throws: StoreError.self) { try self.store.decideImport(id, accept: true, by: person, at: noon) }
        #expect(throws: StoreError.self) { try self.store.abandonImport(id) }
        #expect(throws: StoreError.self) { try self.store.stage(factRows(["K3"]), for: id) }
        let nowhere = ImportID(99)
        #expect(throws: StoreError.unknown("import I99")) { try self.store.stage(factRows(["K3"]), for: nowhere) }
    }

    func rejectsArePaged() throws {
        let id = try store.beginImport(draft("a"), by: person)
        let rejects = (1...25).map { line in
            Reject(
                line: line, column: 3, heading: "price", code: "amount", reason: "no \(line)", excerpt: "1\t,\(line) €")
        }
        try store.stage(Array(rejects[10...]), for: id)
        try store.stage(Array(rejects[..<10]), for: id)
        try store.finishImport(id, as: .kept, ImportSummary())
        #expect(try store.rejects(of: id, offset: 0, limit: 10) == Array(rejects[..<10]))
        #expect(try store.rejects(of: id, offset: 20, limit: 10) == Array(rejects[20...]))
        #expect(try store.rejects(of: id, offset: 25, limit: 10).isEmpty)
    }

    func everyColumnTypeReturns() throws {
        let dollars = try #require(Currency("USD"))
        let columns: [String: ColumnData] = [
            "integer": .integers(Values([.min, nil, 0, .max])),
            "real": .reals(Values([-0.5, nil, .infinity, 1e-300])),
            "money": .moneys(Values([Money(minorUnits: -1, dollars), nil, nil, Money(minorUnits: .max, dollars)])),
            "instant": .instants(Values([noon, nil, Instant(seconds: -1), noon])),
            "day": .days(Values([noon.utcDay, nil, Day(epochDays: -40_000), nil])),
            "text": .texts(Values(["", nil, "Größe 𝛑", "a\0b"])),
            "flag": .flags(Values([true, nil, false, true])),
            "unknown": ColumnData(unknown: 4, of: .money),
        ]
        let id = try keep(draft("a"), factRows(["K1", "K2", "K3", "K4"], nil, columns))
        let chunk = try #require(try store.chunks(of: .listing).first)
        let names = columns.keys + ["absent"]
        let blocks = try store.facts(in: chunk, feed: FeedKey("catalog/1"), columns: names, from: [id])
        #expect(blocks.map(\.source) == [id])
        #expect(blocks.first?.rows == [0, 1, 2, 3])
        #expect(blocks.first?.columns == columns)
    }

    func partsAreOneBlock() throws {
        let id = try keep(
            draft("a"), factRows(["K1", "K2"], nil, ["price": integers(1, 2)]), factRows(["K2", "K3"]),
            factRows(["K1"], nil, ["price": integers(5), "stock": integers(6)]))
        let chunk = try #require(try store.chunks(of: .listing).first)
        let block = try #require(
            try store.facts(in: chunk, feed: FeedKey("catalog/1"), columns: ["price", "stock"], from: [id]).first)
        #expect(block.rows == [0, 1, 1, 2, 0])
        #expect(block.columns == ["price": integers(1, 2, nil, nil, 5), "stock": integers(nil, nil, nil, nil, 6)])
    }

    func blocksFollowTheAskedOrder() throws {
        let first = try keep(draft("a"), factRows(["K1"], nil, ["price": integers(1)]))
        let second = try keep(draft("b"), factRows(["K1"], nil, ["price": integers(2)]))
        let other = try keep(draft("c", feed: "stock/1"), factRows(["K1"], nil, ["price": integers(3)]))
        let doubtful = try keep(draft("d"), factRows(["K1"], nil, ["price": integers(4)]), as: .quarantined)
        #expect(try content("price", from: [second, other, first, doubtful, ImportID(99)]) == ["K1": [2, 1]])
        #expect(try content("price", from: []).isEmpty)
    }

    func badRowsAreRefused() throws {
        let id = try store.beginImport(draft("a"), by: person)
        #expect(throws: StoreError.refused("column price has 1 values for 2 rows")) {
            try self.store.stage(factRows(["K1", "K2"], nil, ["price": integers(1)]), for: id)
        }
        #expect(throws: StoreError.refused("1 products for 2 rows")) {
            try self.store.stage(factRows(["K1", "K2"], ["P1"]), for: id)
        }
    }
}
